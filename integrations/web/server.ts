import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { VisitCounter } from '../../src/server/visits.ts';
import type { AccessRoom } from './access-room.ts';
import { answer, type Standing } from './answer.ts';
import { followRelease, type CurrentRelease } from './current-release.ts';
import type { Petitions } from './release.ts';
import { refuseConnection } from './refused-connection.ts';
import { listenFault, type ServerSettings } from './server-settings.ts';
import type { SigningRoom } from './signing-room.ts';
import type { SiteFacts } from './site-facts.ts';

/** Bounds of the server; times in milliseconds. */
export const LIMITS = {
  /** To hear a request's headers, and the whole request. */
  headers: 8_000,
  request: 15_000,
  /** How long a connection may wait for its next question. */
  keepAlive: 5_000,
  /** How long a reader may take in nothing of an answer. */
  stalled: 60_000,
  /** How long answers under way may take once the server is to stop. */
  farewell: 10_000,
  /** How often the link to the newest build is looked at, and slow senders are. */
  look: 1_000,
  connections: 2_000,
  /** Bytes. */
  headerSize: 16 * 1024,
};

export interface ServerOptions extends ServerSettings {
  /** The project's folder, in which the link `dist` points to the newest build. */
  root: string;
  limits?: Partial<typeof LIMITS>;
  /** Told of each build that is served from now on, the first included. */
  onRelease?: (facts: SiteFacts, petitions: Petitions) => void;
  /** Why the last scheduled build failed, for `/healthz`; undefined when it did not. */
  failedBuild?: () => string | undefined;
  /** Where petitions are signed and counted; without it the site is only shown. */
  signing?: SigningRoom | undefined;
  /** Who may see the dashboard; without it there is none. */
  access?: AccessRoom | undefined;
  /** Counts pages that are shown; without it nobody does. */
  visits?: VisitCounter | undefined;
}

/** A server that runs. */
export interface RunningServer {
  /** As a browser takes it, `http://127.0.0.1:4321`. */
  readonly address: string;
  /** True when there is a site to serve. */
  hasSite(): boolean;
  /** Takes no new connection, lets answers under way finish, cuts what is left after `farewell`. */
  close(): Promise<void>;
}

/** The log and the disk, as the server needs them. */
export interface ServerWorld {
  log(line: string): void;
  follow(link: string): CurrentRelease;
}

const realWorld: ServerWorld = { log: (line) => console.error(line), follow: (link) => followRelease(link) };

/** Serves the build that `dist` points to, and each newer one as soon as it is there. Rejects with a sentence when it cannot listen. */
export async function startServer(options: ServerOptions, world: ServerWorld = realWorld): Promise<RunningServer> {
  const limits = { ...LIMITS, ...options.limits };
  const site = world.follow(join(options.root, 'dist'));
  let closing = false;
  const standing: Standing = {
    site, trustProxy: options.trustProxy, failedBuild: options.failedBuild ?? (() => undefined), closing: () => closing, signing: options.signing, access: options.access, visits: options.visits, log: world.log,
  };
  const server = createServer({
    headersTimeout: limits.headers, requestTimeout: limits.request, keepAliveTimeout: limits.keepAlive, connectionsCheckingInterval: limits.look,
    maxHeaderSize: limits.headerSize,
    // Our own refusal carries the headers that every answer has.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.stalled;
  for (const question of ['request', 'checkContinue', 'checkExpectation']) {
    server.on(question, (request, response) => void answer(request, response, standing));
  }
  server.on('clientError', (error, socket) => refuseConnection(error, socket, site.get()?.facts.languages ?? []));

  let told: SiteFacts | undefined;
  const look = async () => {
    await site.look();
    const release = site.get();
    if (release && release.facts !== told) options.onRelease?.((told = release.facts), release.petitions);
  };
  await look();
  await listen(server, options);
  const watch = setInterval(() => void look(), limits.look).unref();
  return {
    address: addressOf(server.address() as AddressInfo),
    hasSite: () => site.get() !== undefined,
    close() {
      closing = true;
      clearInterval(watch);
      return closeServer(server, limits.farewell);
    },
  };
}

function listen(server: Server, options: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new Error(listenFault(error, options), { cause: error }));
    server.once('error', fail).listen(options.port, options.host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function closeServer(server: Server, farewell: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), farewell);
    // A connection that was answering when the server closed may be left open for one more question.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
  });
}

function addressOf({ address, family, port }: AddressInfo): string {
  // A listener on every address has none of its own that a browser could open.
  const open = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && open !== '127.0.0.1' ? `[${open}]` : open}:${port}`;
}
