import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { start, type StartWorld } from '../../integrations/commands/start.ts';
import { startBuild, type BuildOutcome } from '../../integrations/web/build-child.ts';
import { ask, site, until } from './asking.ts';
import { projectFolder, writeRelease } from './release-folder.ts';

/** The command in a project folder of its own, with builds that do as told. */
async function desk(builds: (() => Promise<BuildOutcome>)[] = [], env: Record<string, string> = {}) {
  const root = await projectFolder();
  const said: string[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const asked: string[] = [];
  const world: StartWorld = {
    root, env: { PORT: '0', ...env }, now: () => Date.parse('2026-11-23T10:00:00Z'), print: (line) => said.push(line), log: (line) => said.push(line),
    build(where) {
      asked.push(where);
      return { outcome: (builds.shift() ?? (async () => ({ ok: true })))(), stop: () => {} };
    },
    stopped: () => stopped,
  };
  const addressOf = async () => {
    await until(() => said.some((line) => line.startsWith('Your site: ')));
    return /http:\S+/.exec(said.find((line) => line.startsWith('Your site: '))!)![0];
  };
  return { root, world, said, asked, stop, addressOf };
}

const fails = async (): Promise<BuildOutcome> => ({ ok: false, reason: 'x' });

describe('npm start', () => {
  test('builds, serves, says where, and ends well when told to stop', async () => {
    const { root, world, said, stop, addressOf, asked } = await desk([async () => { await writeRelease(root, 'one'); return { ok: true }; }]);
    const ended = start([], world);
    const address = await addressOf();
    expect((await ask(address, '/nl/')).status).toBe(200);
    expect(said).toEqual([`Your site: ${address}  (stop with Ctrl+C)`]);
    stop();
    expect(await ended).toBe(0);
    expect(asked).toEqual(['foreground']);
  });

  test('serves the old site when the build fails, and says so plainly', async () => {
    const { root, world, said, stop, addressOf } = await desk([fails]);
    await writeRelease(root, 'one');
    const ended = start([], world);
    const address = await addressOf();
    expect(said[0]).toContain('The build failed, so the old site of 2026-11-23T10:00:00.000Z is served');
    expect(JSON.parse((await ask(address, '/healthz')).text)).toMatchObject({ ok: true, lastBuild: 'failed' });
    await writeRelease(root, 'two');
    await until(async () => !(await ask(address, '/healthz')).text.includes('failed'));
    stop();
    expect(await ended).toBe(0);
  });

  test('gives up when the build fails and there is no old site', async () => {
    const { world, said } = await desk([fails]);
    expect(await start([], world)).toBe(1);
    expect(said).toEqual(['The build failed and there is no earlier site to serve. Mend what is named above, then run npm start again.']);
  });

  test('with --no-build serves what is there, and says what to do when nothing is', async () => {
    const { root, world, said, stop, addressOf, asked } = await desk();
    expect(await start(['--no-build'], world)).toBe(1);
    expect(said.pop()).toContain('npm run build');
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

  test('explains itself', async () => {
    const { world, said } = await desk();
    expect(await start(['--help'], world)).toBe(0);
    expect(said[0]).toMatch(/--no-build[\s\S]*HOST[\s\S]*PORT[\s\S]*TRUST_PROXY/);
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT is “abc”'], [{ PORT: '70000' }, 'PORT is “70000”'], [{ PORT: '-1' }, 'PORT is “-1”'], [{ PORT: '80.5' }, 'PORT is'], [{ HOST: 'not a host' }, 'HOST is “not a host”'],
    [{ HOST: 'http://x' }, 'HOST is'], [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is “yes”'], [{ ROSTRUM_NOW: 'soon' }, 'ROSTRUM_NOW is “soon”'],
  ])('refuses the setting %o in one sentence', async (env, words) => {
    const { world, said, asked } = await desk([], env as unknown as Record<string, string>);
    expect(await start([], world)).toBe(2);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
    expect(asked).toEqual([]);
  });

  test('refuses a word it does not know', async () => {
    const { world, said } = await desk();
    expect(await start(['--fast'], world)).toBe(2);
    expect(said).toEqual(['“--fast” is not understood; npm start knows --no-build and --help.']);
  });

  test('says which program to stop when the port is taken', async () => {
    const { address } = await site();
    const { root, world, said } = await desk([], { PORT: new URL(address).port });
    await writeRelease(root, 'one');
    expect(await start(['--no-build'], world)).toBe(1);
    expect(said[0]).toContain('is taken by another program');
  });
});

describe('a build in a process of its own', () => {
  const program = async (text: string) => {
    const root = await projectFolder();
    await mkdir(join(root, 'integrations/commands'), { recursive: true });
    await writeFile(join(root, 'integrations/commands/rostrum.mjs'), text);
    return root;
  };

  test('gives the reason when it fails', async () => {
    const root = await program(`if (process.argv[2] !== 'build') throw 1; console.error('No more room on the disk.'); process.exitCode = 3;`);
    expect(await startBuild(root, 'background').outcome).toEqual({ ok: false, reason: 'No more room on the disk.' });
  });

  test('runs in the project’s folder and lets the readers of the site go first', async () => {
    const root = await program(`import { getPriority } from 'node:os'; import { writeFileSync } from 'node:fs'; setTimeout(() => writeFileSync('priority', String(getPriority())), 50);`);
    expect(await startBuild(root, 'background').outcome).toEqual({ ok: true });
    const { readFile } = await import('node:fs/promises');
    expect(Number(await readFile(join(root, 'priority'), 'utf8'))).toBeGreaterThanOrEqual(10);
  });

  test('can be stopped', async () => {
    const build = startBuild(await program('setInterval(() => {}, 1000);'), 'background');
    build.stop();
    expect(await build.outcome).toEqual({ ok: false, reason: 'The build was ended by SIGTERM.' });
  });
});
