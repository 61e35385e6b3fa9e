import { request as plain, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as secure } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { FeedFault } from './feed-fault.ts';
import { feedPlace, realWorld, type FeedPlace, type FeedWorld } from './feed-place.ts';

/** What a server gave along with a feed, by which it tells later that nothing has changed. */
export interface FeedMark {
  etag?: string | undefined;
  modified?: string | undefined;
}

export interface FetchedFeed {
  bytes: Buffer;
  /** As the server named it, unjudged. */
  charset: string | undefined;
  mark: FeedMark;
}

/** Bounds of fetching: milliseconds for all of it, bytes after unpacking, and how often a server may send us on. */
export const FETCH_LIMITS = { time: 15_000, size: 5_000_000, redirects: 3 };

/** Fetches a feed; undefined when it is as it was at `mark`. Rejects with a `FeedFault`, and with what `signal` says when that ends it. */
export async function fetchFeed(address: string, mark: FeedMark, signal: AbortSignal, world: FeedWorld = realWorld, limits: typeof FETCH_LIMITS = FETCH_LIMITS): Promise<FetchedFeed | undefined> {
  const late = new AbortController();
  const clock = setTimeout(() => late.abort(), limits.time);
  const ends = AbortSignal.any([signal, late.signal]);
  try {
    return await unlessEnded(ends, follow(address, mark, ends, world, limits));
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) throw new FeedFault(`was not all there after ${limits.time / 1000} seconds. It is asked again next time.`, { cause: error });
    if (error instanceof FeedFault) throw error;
    throw new FeedFault(`did not come through (${(error as NodeJS.ErrnoException).code ?? (error as Error).name}). It is asked again next time; if this stays, open its address in a browser.`, { cause: error });
  } finally {
    clearTimeout(clock);
    late.abort();
  }
}

/** A name server that never answers cannot be called off, only left. */
function unlessEnded<T>(ends: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    ends.addEventListener('abort', () => reject(ends.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

async function follow(address: string, mark: FeedMark, signal: AbortSignal, world: FeedWorld, limits: typeof FETCH_LIMITS): Promise<FetchedFeed | undefined> {
  let place = await feedPlace(address, undefined, world);
  for (let redirects = 0; ; redirects++) {
    const response = await ask(place, mark, signal);
    try {
      const { statusCode: status = 0, headers } = response;
      if (status === 304) return undefined;
      if (status === 200) return { bytes: await bodyOf(response, limits.size), charset: /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1], mark: markOf(response) };
      if (![301, 302, 303, 307, 308].includes(status) || !headers.location) throw new FeedFault(status === 429 || status >= 500 ? `cannot be had at the moment (its server answers ${status}). It is asked again next time.` : `is not at its address (its server answers ${status}). Open the address in a browser, and write the one that shows the feed.`);
      if (redirects === limits.redirects) throw new FeedFault(`is sent on more than ${limits.redirects} times. Write the address at which it ends.`);
      place = await feedPlace(headers.location, place.url, world);
    } finally {
      response.destroy();
    }
  }
}

function ask({ url, lookup }: FeedPlace, { etag, modified }: FeedMark, signal: AbortSignal): Promise<IncomingMessage> {
  const headers: OutgoingHttpHeaders = {
    'User-Agent': 'Rostrum', Accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1', 'Accept-Encoding': 'br, gzip',
    ...(etag && { 'If-None-Match': etag }), ...(modified && { 'If-Modified-Since': modified }),
  };
  return new Promise((resolve, reject) => {
    // A connection of its own, so that none is used that was opened for another address.
    (url.protocol === 'https:' ? secure : plain)(url, { headers, lookup, signal, agent: false }).on('error', reject).on('response', resolve).end();
  });
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response) as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the stream, so that the rest is neither fetched nor unpacked.
    if (size > most) throw new FeedFault(`has more than ${most / 1e6} MB. Ask its publisher for a shorter one, or write that of one section.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage): Readable {
  const packing = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (packing === '' || packing === 'identity') return response;
  const unpack = packing === 'gzip' || packing === 'x-gzip' ? createGunzip() : packing === 'br' ? createBrotliDecompress() : undefined;
  if (!unpack) throw new FeedFault(`comes packed as “${packing.slice(0, 40)}”, which nobody asked for. Ask its publisher to mend that.`);
  return pipeline(response, unpack, () => undefined);
}

/** Only what can be sent back as it came. */
function markOf({ headers: { etag, 'last-modified': modified } }: IncomingMessage): FeedMark {
  const usable = (text: string | undefined) => (text !== undefined && /^[\x21-\x7e][\x20-\x7e]{0,500}$/.test(text) ? text : undefined);
  return { etag: usable(etag), modified: usable(modified) };
}
