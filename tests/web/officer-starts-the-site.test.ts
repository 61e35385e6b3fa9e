import { describe, expect, test } from 'vitest';
import { start, type StartWorld } from '../../integrations/commands/start.ts';
import { openRooms } from '../../integrations/web/open-rooms.ts';
import type { BuildOutcome } from '../../integrations/web/build-child.ts';
import { ask, site, until } from './asking.ts';
import { projectFolder, writeRelease } from './release-folder.ts';

/** The command in a project folder of its own, with builds that do as told. */
async function desk(builds: (() => Promise<BuildOutcome>)[] = [], env: Record<string, string> = {}) {
  const root = await projectFolder();
  const said: string[] = [];
  const links: string[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const asked: string[] = [];
  const desk = { texts: 'as they were', look: () => {} };
  const world: StartWorld = {
    root, env: { PORT: '0', ...env }, now: () => Date.parse('2026-11-23T10:00:00Z'), print: (line) => void (line.startsWith('The dashboard, ') ? links : said).push(line), log: (line) => said.push(line),
    build(where) {
      asked.push(where);
      return { outcome: (builds.shift() ?? (async () => ({ ok: true })))(), stop: () => {} };
    },
    // Looks at the texts are the only timers that are set for three seconds, and only they wait for the test.
    after(wait, call) {
      if (wait === 3_000) desk.look = call;
      const timer = wait === 3_000 ? undefined : setTimeout(call, wait);
      return () => clearTimeout(timer);
    },
    state: async () => desk.texts, stopped: () => stopped,
    rooms: async ({ trustProxy }, now) => openRooms({ root, env: {}, now, log: (line) => said.push(line) }, { trustProxy, siteUrl: undefined }),
  };
  const addressOf = async () => {
    await until(() => said.some((line) => line.startsWith('Your site: ')));
    return /http:\S+/.exec(said.find((line) => line.startsWith('Your site: '))!)![0];
  };
  return Object.assign(desk, { root, world, said, links, asked, stop, addressOf });
}

const fails = async (): Promise<BuildOutcome> => ({ ok: false, reason: 'x' });

describe('npm start', () => {
  test('builds, serves, says where, and ends well when told to stop', async () => {
    const { root, world, said, stop, addressOf, asked } = await desk([async () => { await writeRelease(root, 'one'); return { ok: true }; }]);
    const ended = start([], world);
    const address = await addressOf();
    expect((await ask(address, '/nl/')).status).toBe(200);
    // Said before the building begins, so that nobody sits before a silent screen.
    expect(said).toEqual(['There is no site to serve yet, so one is built. The first time every picture is drawn, which takes a minute or two …', `Your site: ${address}  (stop with Ctrl+C)`]);
    stop();
    expect(await ended).toBe(0);
    expect(asked).toEqual(['foreground']);
  });

  test('serves what it has at once, and builds the newest texts meanwhile', async () => {
    let done = (_: BuildOutcome) => {};
    const { root, world, said, stop, addressOf, asked } = await desk([() => new Promise((resolve) => (done = resolve))]);
    await writeRelease(root, 'one');
    const ended = start([], world);
    const address = await addressOf();
    await until(() => asked.length > 0);
    expect((await ask(address, '/nl/')).text).toContain('Voorpagina one');
    expect(said).toEqual([`Your site: ${address}  (stop with Ctrl+C)`, 'Building the newest texts …']);
    await writeRelease(root, 'two');
    done({ ok: true });
    await until(async () => (await ask(address, '/nl/')).text.includes('Voorpagina two'));
    expect(said.slice(2)).toEqual(['The newest texts are on the site.']);
    stop();
    expect([await ended, asked]).toEqual([0, ['background']]);
  });

  test('keeps serving the old site when the build fails, and says so plainly', async () => {
    const { root, world, said, stop, addressOf } = await desk([fails]);
    await writeRelease(root, 'one');
    const ended = start([], world);
    const address = await addressOf();
    await until(() => said.length > 2);
    expect(said[2]).toBe('The build of 2026-11-23T10:00:00.000Z failed: x The site stays as it was; the next try is in 1 minute.');
    expect(JSON.parse((await ask(address, '/healthz')).text)).toMatchObject({ ok: true, lastBuild: 'failed' });
    await writeRelease(root, 'two');
    await until(async () => !(await ask(address, '/healthz')).text.includes('failed'));
    stop();
    expect(await ended).toBe(0);
  });

  test('builds first when what it has cannot be served', async () => {
    const { root, world, said, stop, addressOf, asked } = await desk([async () => { await writeRelease(root, 'two'); return { ok: true }; }]);
    await writeRelease(root, 'one', { scribble: '{' });
    const ended = start([], world);
    expect((await ask(await addressOf(), '/nl/')).text).toContain('Voorpagina two');
    stop();
    expect([await ended, asked, said.length]).toEqual([0, ['foreground'], 2]);
  });

  test.each([[[]], [['--no-build']]])('with %o, a text that is saved comes out by itself', async (args: string[]) => {
    const bench = await desk(args.length > 0 ? [] : [async () => ({ ok: true })]);
    const { root, world, said, stop, addressOf, asked } = bench;
    await writeRelease(root, 'one');
    const ended = start(args, world);
    await addressOf();
    await until(() => args.length > 0 || said.includes('The newest texts are on the site.'));
    const before = asked.length;
    const looked = async () => {
      const { look } = bench;
      look();
      await until(() => bench.look !== look);
    };
    await looked();
    expect(asked).toHaveLength(before);
    bench.texts = 'without a line draft: true';
    await looked();
    expect(asked).toHaveLength(before);
    await looked();
    expect(asked).toHaveLength(before + 1);
    expect(said.at(-1)).toBe('Something in content/ or public/ has changed; building the site anew …');
    await looked();
    await looked();
    expect(asked).toHaveLength(before + 1);
    stop();
    expect(await ended).toBe(0);
  });

  test('gives up when the build fails and there is no old site', async () => {
    const { world } = await desk([fails]);
    await expect(start([], world)).rejects.toMatchObject({ exitCode: 1, message: 'The build failed and there is no earlier site to serve. Mend what is named above, then run npm start again.' });
  });

  test('with --no-build serves what is there, and says what to do when nothing is', async () => {
    const { root, world, stop, addressOf, asked } = await desk();
    await expect(start(['--no-build'], world)).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining('npm run build') });
    await writeRelease(root, 'one');
    const ended = start(['--no-build'], world);
    await addressOf();
    stop();
    expect([await ended, asked]).toEqual([0, []]);
  });

  test('builds in the background when a story is due, and shows the new site', async () => {
    const desk_ = await desk([async () => { await writeRelease(desk_.root, 'two'); return { ok: true }; }]);
    const { root, world, stop, addressOf, asked } = desk_;
    await writeRelease(root, 'one', { facts: { nextChange: '2026-11-23T10:00:00.000Z' } });
    const ended = start(['--no-build'], world);
    const address = await addressOf();
    await until(async () => (await ask(address, '/nl/')).text.includes('Voorpagina two'));
    stop();
    expect([await ended, asked]).toEqual([0, ['background']]);
  });

  test('keeps to the moment that was fixed for a demonstration', async () => {
    const { root, world, stop, addressOf, asked } = await desk([], { ROSTRUM_NOW: '2026-11-01T00:00:00Z' });
    await writeRelease(root, 'one', { facts: { nextChange: '2026-11-02T00:00:00.000Z' } });
    const ended = start(['--no-build'], world);
    await addressOf();
    stop();
    expect([await ended, asked]).toEqual([0, []]);
  });

  test('stops a build that is under way when told to stop', async () => {
    const { world, stop } = await desk([() => new Promise(() => {})]);
    let ended = false;
    world.build = () => { let end = (_: BuildOutcome) => {}; return { outcome: new Promise((resolve) => (end = resolve)), stop: () => { ended = true; end({ ok: false, reason: '' }); } }; };
    const running = start([], world);
    stop();
    expect([await running, ended]).toEqual([0, true]);
  });

  test('prints a link to the dashboard for whoever started it, once, and the link of an earlier start opens nothing any more', async () => {
    const [first, again] = [await desk(), await desk()];
    again.world.rooms = first.world.rooms;
    await writeRelease(first.root, 'one');
    await writeRelease(again.root, 'one');
    const opens = async ({ world, links, stop, addressOf }: typeof first, token?: string) => {
      const ended = start(['--no-build'], world);
      const address = await addressOf();
      await until(() => links.length > 0);
      const own = /\/reach\/sign-in\/([\w-]{43})$/.exec(links[0]!)![1]!;
      const enter = async () => (await ask(address, `/reach/sign-in/${token ?? own}`, { Origin: address }, 'POST')).headers.location;
      const answers = token === undefined ? [] : [await enter()];
      if (token !== undefined) answers.push((await ask(address, `/reach/sign-in/${own}`, { Origin: address }, 'POST')).headers.location);
      stop();
      expect([await ended, links.length]).toEqual([0, 1]);
      return { own, answers };
    };
    const { own } = await opens(first);
    expect((await opens(again, own)).answers).toEqual(['/reach/sign-in/?again=link', '/reach/']);
    expect([...first.said, ...again.said].join()).not.toContain('sign-in');
  });

  test('explains itself', async () => {
    const { world, said } = await desk();
    expect(await start(['--help'], world)).toBe(0);
    expect(said[0]).toMatch(/--no-build[\s\S]*HOST[\s\S]*PORT[\s\S]*TRUST_PROXY/);
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT is “abc”'], [{ PORT: '70000' }, 'PORT is “70000”'], [{ PORT: '-1' }, 'PORT is “-1”'], [{ PORT: '80.5' }, 'PORT is'], [{ HOST: 'not a host' }, 'HOST is “not a host”'],
    [{ HOST: 'http://x' }, 'HOST is'], [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is “yes”'], [{ ROSTRUM_NOW: 'soon' }, 'ROSTRUM_NOW is “soon”'],
  ])('refuses the setting %o in one sentence', async (env, words) => {
    const { world, asked } = await desk([], env as unknown as Record<string, string>);
    await expect(start([], world)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(words) });
    expect(asked).toEqual([]);
  });

  test('refuses a word it does not know', async () => {
    const { world } = await desk();
    await expect(start(['--fast'], world)).rejects.toMatchObject({ exitCode: 2, message: expect.stringMatching(/^There is no option “--fast” here\.\n\nnpm start /) });
  });

  test('says before it builds anything that the port is taken', async () => {
    const { address } = await site();
    const { world, asked } = await desk([], { PORT: new URL(address).port });
    await expect(start([], world)).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining('is taken by another program') });
    expect(asked).toEqual([]);
  });
});
