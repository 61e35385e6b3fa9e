import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { feedDesk, feedSource, type FeedDesk } from '../../integrations/feeds/feed-source.ts';
import type { Portion } from '../../integrations/sources/figure-source.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine alone, closed with the test; gives its address without a path, and who asked for what. */
export async function feedServer(answer: Answer, host = '127.0.0.1'): Promise<{ at: string; port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.on('error', () => undefined);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  }));
  const { port } = server.address() as AddressInfo;
  return { at: `http://${host}:${port}`, port, asked };
}

/** A desk that may visit this machine, on a day in November. */
export const deskHere = (other: Partial<FeedDesk> = {}): FeedDesk =>
  feedDesk('https://havenlicht.example', 'Europe/Amsterdam', { world: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], mayVisit: (address) => address === '127.0.0.1' }, now: () => Date.parse('2026-11-23T10:00:00Z'), ...other });

/** What a feed called “trouw” gives, or the sentence with which it fails. */
export async function readAt(url: string, desk: FeedDesk = deskHere(), signal: AbortSignal = new AbortController().signal): Promise<Portion | string> {
  try {
    const portions: Portion[] = [];
    for await (const portion of feedSource({ name: 'trouw', url }, desk).read({ from: '2026-11-17', to: '2026-11-23' }, signal)) portions.push(portion);
    return portions[0]!;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The same for a feed of this text, as a server sends it. */
export async function readText(text: string | Buffer, type = 'application/rss+xml', desk: FeedDesk = deskHere()): Promise<Portion | string> {
  const { at } = await feedServer((_, response) => response.writeHead(200, { 'Content-Type': type }).end(text));
  return readAt(`${at}/feed.xml`, desk);
}

/** Its mentions; a sentence fails the test. */
export async function mentionsIn(text: string | Buffer, type?: string) {
  const read = await readText(text, type);
  if (typeof read === 'string' || read.kind !== 'mentions') throw new Error(`no mentions: ${JSON.stringify(read)}`);
  return read.mentions;
}

export const item = (title: string, link = 'https://trouw.example/a', date = 'Fri, 20 Nov 2026 09:00:00 +0100', more = '') => `<item><title>${title}</title><link>${link}</link>${date && `<pubDate>${date}</pubDate>`}${more}</item>`;
export const rss = (items: string, prolog = '') => `${prolog}<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`;
export const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${entries}</feed>`;
