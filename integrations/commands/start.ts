import { fileURLToPath } from 'node:url';
import { readInstant } from '../../src/domain/instant.ts';
import { inviteConsole, linkAddress } from '../../src/server/access.ts';
import { Refusal } from '../refusal.ts';
import { StoreFault } from '../store/ledger.ts';
import { startBuild, type BuildChild } from '../web/build-child.ts';
import { stateOfContent, watchContent, type ContentWatch } from '../web/content-watch.ts';
import { openRooms, type Rooms } from '../web/open-rooms.ts';
import { watchCounts } from '../web/count-watch.ts';
import { publishClock } from '../web/publish-clock.ts';
import { startServer, type RunningServer, type ServerOptions } from '../web/server.ts';
import { readServerSettings, type ServerSettings } from '../web/server-settings.ts';
import { stopSignal } from '../web/stop-signal.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm start                   serves the site and builds it from the newest texts; from then on, changes in content/ and
                            public/ come out some seconds after they are saved, scheduled stories at their minute
npm start -- --no-build     serves what was built last; later changes and stories still come out

HOST         where to listen, 127.0.0.1 unless set; 0.0.0.0 is every address of this machine
PORT         4321 unless set
TRUST_PROXY  how many proxies stand before this server, 0 unless set
DATA_DIR     where signatures are kept, .data unless set; DATABASE_URL names a PostgreSQL database instead
SITE_URL     the public address, for links in what is sent out
GOOGLE_OAUTH_CLIENT_ID and GOOGLE_OAUTH_CLIENT_SECRET  invited people may sign in at /reach/ with Google
RELAY        off: signatures are not passed on to forms from here`;

/** Builder, screen, clock, texts and signals, as the command needs them. */
export interface StartWorld {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): number;
  /** Calls back after so many milliseconds; returns what calls it off. */
  after(wait: number, call: () => void): () => void;
  print(line: string): void;
  log(line: string): void;
  build(where: 'foreground' | 'background'): BuildChild;
  /** Something that differs whenever a text or another file of the organisation was changed. */
  state(): Promise<string>;
  /** Opens the ledger of signatures, and what passes them on. */
  rooms(settings: ServerSettings, now: () => number): Promise<Rooms>;
  /** Settles when the command is to end. */
  stopped: () => Promise<unknown>;
}

function realWorld(): StartWorld {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  return {
    root, env: process.env, now: Date.now, print: (line) => console.log(line), log: (line) => console.error(line),
    after(wait, call) {
      const timer = setTimeout(call, wait).unref();
      return () => clearTimeout(timer);
    },
    build: (where) => startBuild(root, where), state: () => stateOfContent(root), stopped: stopSignal,
    rooms: async ({ trustProxy }, now) => openRooms({ root, env: process.env, now, log: (line) => console.error(line) }, await settledFor(trustProxy)),
  };
}

/** `npm start`: serves, builds when texts change or a story is due. Exit 0 once stopped, 1 without a site or a free port, 2 for bad input. */
export async function start(args: string[], world: StartWorld = realWorld()): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: { 'no-build': { type: 'boolean' } } });
  if (values.help) {
    world.print(HELP);
    return 0;
  }
  const settings = readServerSettings(world.env);
  if (typeof settings === 'string') throw new Refusal(settings, 2);
  const moment = fixedMoment(world.env['ROSTRUM_NOW']);
  const stopped = world.stopped().then(() => 'stopped' as const);
  const clock = publishClock({ now: () => moment ?? world.now(), after: world.after, build: () => world.build('background'), log: world.log });
  // Before the first build reads the texts, so that nothing saved meanwhile is missed.
  const texts = await world.state();
  const rooms = await world.rooms(settings, () => moment ?? world.now());
  let watch: ContentWatch | undefined;
  let numbers: ReturnType<typeof watchCounts> | undefined;
  const end = () => {
    clock.stop();
    watch?.stop();
    numbers?.stop();
  };
  try {
    let server = await listen(world.root, settings, clock, rooms);
    let built = values['no-build'] === true;
    if (!server.hasSite() && !built) {
      // Who asks before the first site is there finds nobody, rather than a door that leads nowhere.
      await server.close();
      world.print('There is no site to serve yet, so one is built. The first time every picture is drawn, which takes a minute or two …');
      const child = world.build('foreground');
      const outcome = await Promise.race([child.outcome, stopped]);
      if (outcome === 'stopped') {
        child.stop();
        await child.outcome;
        return 0;
      }
      if (!outcome.ok) throw new Refusal('The build failed and there is no earlier site to serve. Mend what is named above, then run npm start again.');
      built = true;
      server = await listen(world.root, settings, clock, rooms);
    }
    if (!server.hasSite()) {
      await server.close();
      throw new Refusal('There is no site to serve yet. Build one with npm run build, or leave --no-build out.');
    }
    world.print(`Your site: ${server.address}  (stop with Ctrl+C)`);
    await tellConsoleLink(world, rooms.access, server.address);
    if (!built) {
      world.print('Building the newest texts …');
      void clock.build().then((outcome) => outcome.ok && world.print('The newest texts are on the site.'));
    }
    numbers = watchCounts(world.after, rooms.signed, () => void clock.build());
    watch = watchContent(world, texts, () => {
      world.log('Something in content/ or public/ has changed; building the site anew …');
      void clock.build();
    });
    await stopped;
    end();
    await server.close();
    return 0;
  } finally {
    end();
    await rooms.close();
  }
}

/** Whoever sees this console runs the server, and may look without an invitation. The link of an earlier start opens nothing any more. */
async function tellConsoleLink({ print, log }: Pick<StartWorld, 'print' | 'log'>, access: Rooms['access'], address: string): Promise<void> {
  const token = await inviteConsole(access).catch((error: unknown) => {
    if (!(error instanceof StoreFault)) throw error;
    log(`Nobody can sign in at ${address}/reach/ now. ${error.message}`);
  });
  if (token) print(`The dashboard, for you alone, once within 24 hours: ${linkAddress(access.siteUrl ?? address, token)}`);
}

/** What the organisation settled for signing; without its own address and networks while the settings have a fault, which the build tells about. */
async function settledFor(trustProxy: number): Promise<Parameters<typeof openRooms>[1]> {
  const site = await import('../../src/site.ts').then((settled) => settled.site).catch(() => undefined);
  return { trustProxy, siteUrl: process.env['SITE_URL'] ?? site?.url, shared: site?.sharedNetworks?.map(({ range }) => range), name: site?.name, organisation: site };
}

function fixedMoment(written: string | undefined): number | undefined {
  if (!written) return undefined;
  const moment = readInstant(written, 'UTC');
  if (!moment) throw new Refusal(`ROSTRUM_NOW is “${written}”, which is not a moment. Write it like 2026-11-23T10:00:00Z.`, 2);
  return Date.parse(moment);
}

/** Also the way to notice, before anything is built, that the port is taken. */
async function listen(root: string, settings: ServerSettings, clock: ReturnType<typeof publishClock>, rooms: Rooms): Promise<RunningServer> {
  const onRelease: ServerOptions['onRelease'] = ({ nextChange }, petitions) => {
    clock.follow(nextChange);
    rooms.follow(petitions);
  };
  return startServer({ root, ...settings, failedBuild: clock.failure, onRelease, signing: rooms.signing, access: rooms.access, visits: rooms.visits }).catch((error: Error) => {
    throw new Refusal(error.message);
  });
}
