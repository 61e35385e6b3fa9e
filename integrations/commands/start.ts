import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readInstant } from '../../src/domain/instant.ts';
import { startBuild, type BuildChild } from '../web/build-child.ts';
import { publishClock } from '../web/publish-clock.ts';
import { startServer, type RunningServer } from '../web/server.ts';
import { readServerSettings } from '../web/server-settings.ts';
import { stopSignal } from '../web/stop-signal.ts';

const HELP = `npm start                   builds the site and serves it; scheduled and embargoed stories come out at their minute
npm start -- --no-build     serves at once what was built last; later stories still come out at their minute

HOST         where to listen, 127.0.0.1 unless set; 0.0.0.0 is every address of this machine
PORT         4321 unless set
TRUST_PROXY  how many proxies stand before this server, 0 unless set`;

/** Builder, screen, clock and signals, as the command needs them. */
export interface StartWorld {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): number;
  print(line: string): void;
  log(line: string): void;
  build(where: 'foreground' | 'background'): BuildChild;
  /** Settles when the command is to end. */
  stopped: () => Promise<unknown>;
}

function realWorld(): StartWorld {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  return {
    root, env: process.env, now: Date.now, print: (line) => console.log(line), log: (line) => console.error(line),
    build: (where) => startBuild(root, where), stopped: stopSignal,
  };
}

/** `npm start`: builds, serves, and builds again when something scheduled comes out. Exit 0 once stopped, 1 without a site or a free port, 2 for bad input. */
export async function start(args: string[], world: StartWorld = realWorld()): Promise<number> {
  const refuse = (sentence: string, code: number) => {
    world.log(sentence);
    return code;
  };
  const wishes = readWishes(args);
  if (typeof wishes === 'string') return refuse(wishes, 2);
  if (wishes.help) {
    world.print(HELP);
    return 0;
  }
  const settings = readServerSettings(world.env);
  if (typeof settings === 'string') return refuse(settings, 2);
  const fixed = world.env['ROSTRUM_NOW'];
  const moment = fixed ? readInstant(fixed, 'UTC') : undefined;
  if (fixed && !moment) return refuse(`ROSTRUM_NOW is “${fixed}”, which is not a moment. Write it like 2026-11-23T10:00:00Z.`, 2);

  const stopped = world.stopped().then(() => 'stopped' as const);
  let failed: string | undefined;
  if (!wishes.noBuild) {
    const child = world.build('foreground');
    const outcome = await Promise.race([child.outcome, stopped]);
    if (outcome === 'stopped') {
      child.stop();
      await child.outcome;
      return 0;
    }
    if (!outcome.ok) failed = outcome.reason;
  }

  const clock = publishClock({
    now: () => (moment ? Date.parse(moment) : world.now()),
    after: (wait, call) => {
      const timer = setTimeout(call, wait).unref();
      return () => clearTimeout(timer);
    },
    build: () => world.build('background'),
    log: world.log,
  });
  let builtAt = '';
  let server: RunningServer;
  try {
    server = await startServer({
      root: world.root, ...settings,
      failedBuild: () => clock.failure() ?? failed,
      onRelease: (facts) => {
        if (builtAt !== '') failed = undefined;
        builtAt = facts.builtAt;
        clock.follow(facts.nextChange);
      },
    });
  } catch (error) {
    clock.stop();
    return refuse((error as Error).message, 1);
  }
  if (!server.hasSite()) {
    clock.stop();
    await server.close();
    return refuse(failed ? 'The build failed and there is no earlier site to serve. Mend what is named above, then run npm start again.' : 'There is no site to serve yet. Build one with npm run build, or leave --no-build out.', 1);
  }
  if (failed) world.log(`The build failed, so the old site of ${builtAt} is served. Mend what is named above, then run npm run build.`);
  world.print(`Your site: ${server.address}  (stop with Ctrl+C)`);
  await stopped;
  clock.stop();
  await server.close();
  return 0;
}

function readWishes(args: string[]): { help: boolean; noBuild: boolean } | string {
  try {
    const { values } = parseArgs({ args, options: { 'no-build': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
    return { help: values.help === true, noBuild: values['no-build'] === true };
  } catch {
    return `“${args.join(' ')}” is not understood; npm start knows --no-build and --help.`;
  }
}
