import { realpath } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, onTestFinished } from 'vitest';
import { followRelease } from '../../integrations/web/current-release.ts';
import { loadRelease } from '../../integrations/web/release.ts';
import { startServer, type RunningServer, type ServerOptions } from '../../integrations/web/server.ts';
import { projectFolder, writeRelease, type Wishes } from './release-folder.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Site extends RunningServer {
  root: string;
  log: string[];
  ask(path: string, headers?: Record<string, string>, method?: string, body?: string | Buffer): Promise<Answer>;
}

type WhenDone = (end: () => Promise<void>) => void;

/** A server over a project folder, on a port of its own, closed when `whenDone` says so: after the test, unless told otherwise. */
export async function serve(root: string, options: Partial<ServerOptions> = {}, whenDone: WhenDone = onTestFinished): Promise<Site> {
  const log: string[] = [];
  const note = (line: string) => void log.push(line);
  const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 0, ...options, limits: { look: 10, farewell: 5_000, ...options.limits } }, {
    log: note,
    follow: (link) => followRelease(link, { where: (path) => realpath(path), load: loadRelease, log: note }),
  });
  whenDone(() => server.close());
  return { ...server, root, log, ask: (path, headers, method, body) => ask(server.address, path, headers, method, body) };
}

let shared: Promise<Site> | undefined;
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** The server over a plain release that all tests of a file share; nobody may change its folder. */
export function plainSite(): Promise<Site> {
  const later: WhenDone = (end) => void ends.push(end);
  return (shared ??= projectFolder(later).then(async (root) => {
    await writeRelease(root, 'one');
    return serve(root, {}, later);
  }));
}

/** A server over one release of its own. */
export async function site(wishes: Wishes = {}, options: Partial<ServerOptions> = {}): Promise<Site> {
  const root = await projectFolder();
  await writeRelease(root, 'one', wishes);
  return serve(root, options);
}

/** Asks as given: the path is sent untouched and the body comes back as it was packed. */
export function ask(address: string, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string | Buffer): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asking = request({ host: hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode!, headers: response.headers, body: whole, text: whole.toString() });
      });
    });
    asking.on('error', reject).end(body);
  });
}

/** A bare connection, for what no well-behaved program sends. */
export function dial(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket)).on('error', reject);
    onTestFinished(() => void socket.destroy());
  });
}

/** Everything the other side says until it hangs up. */
export function hearAll(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('latin1'))).on('close', () => resolve(heard)).on('error', () => {});
  });
}

/** Sends bytes as they are and gives everything that comes back until the server hangs up. */
export async function shout(address: string, words: string): Promise<string> {
  const socket = await dial(address);
  const heard = hearAll(socket);
  socket.write(words, 'latin1');
  return heard;
}

/** Waits until something holds; the test's own time limit is the only clock. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
