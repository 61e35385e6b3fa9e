import { existsSync, readdirSync } from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, outcomeOf, type ProjectCopy } from '../workbench.ts';
import { everythingSaidIn, type SaidByFile } from './all-words.ts';

let copy: ProjectCopy;
let before: SaidByFile[];
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
  expect((await copy.build()).code).toBe(0);
  before = await whatReadersGet();
});
afterAll(() => copy.discard());

const whatReadersGet = async () => everythingSaidIn(await realpath(join(copy.root, 'dist')));
const lock = () => join(copy.root, '.data/build.lock');

/** The folder of a release that is being made, or undefined. */
function unfinished(live: string): string | undefined {
  const folder = join(copy.root, '.releases');
  return readdirSync(folder).filter((name) => /^\d{4}-/.test(name) && join(folder, name) !== live).sort().map((name) => join(folder, name)).at(-1);
}

describe('A build that is killed', () => {
  const moments: [string, (release: string | undefined) => boolean][] = [
    ['when it has just begun', () => existsSync(lock())],
    ['while pages are drawn', (release) => release !== undefined && existsSync(join(release, 'client'))],
    ['while pictures are drawn', (release) => release !== undefined && existsSync(join(release, 'client/media'))],
    ['while the search index is made', (release) => release !== undefined && existsSync(join(release, 'client/nl/press/library-on-sundays/library-on-sundays-nl.zip'))],
    ['while files are compressed', (release) => release !== undefined && existsSync(join(release, 'client/pagefind')) && readdirSync(join(release, 'client'), { recursive: true }).some((name) => String(name).endsWith('.br'))],
  ];

  test.each(moments)('%s leaves readers the old site, whole', async (_, reached) => {
    await copy.write(`content/press/news-${moments.findIndex(([name]) => name === _)}/index.nl.md`, pressFile({ title: 'News that nobody gets to see' }));
    const live = await realpath(join(copy.root, 'dist'));
    const left = unfinished(live);
    const child = copy.startBuild();
    const done = outcomeOf(child);
    const fresh = () => {
      const newest = unfinished(live);
      return newest === left ? undefined : newest;
    };
    while (child.exitCode === null && !reached(fresh())) await wait(2);
    child.kill('SIGKILL');
    await done;
    expect(child.signalCode, 'killed before it was done').toBe('SIGKILL');
    expect(await whatReadersGet()).toEqual(before);
  });

  test('does not stand in the way of the next one, which clears up after it', async () => {
    const old = await realpath(join(copy.root, 'dist'));
    const { code } = await copy.build();
    expect(code).toBe(0);
    expect(existsSync(join(copy.client, 'nl/press/news-0/index.html'))).toBe(true);
    const live = await realpath(join(copy.root, 'dist'));
    expect(live).not.toBe(old);
    // The one that serves, and the one before it to go back to; nothing half made.
    expect(readdirSync(join(copy.root, '.releases')).map((name) => join(copy.root, '.releases', name)).sort()).toEqual([old, live].sort());
  });
});

describe('Two builds at once', () => {
  test('do not mix: the second one says so and changes nothing', async () => {
    const live = await readlink(join(copy.root, 'dist'));
    const first = copy.startBuild();
    const done = outcomeOf(first);
    while (!existsSync(lock()) && first.exitCode === null) await wait(2);
    // Held still, so that it cannot be done before the second one looks.
    first.kill('SIGSTOP');
    const second = await copy.build();
    expect(second.code).toBe(1);
    expect(second.said).toContain(`Another build is running (process ${first.pid}). Wait until it is done, then try again.`);
    expect(await readlink(join(copy.root, 'dist'))).toBe(live);
    first.kill('SIGCONT');
    expect((await done).code).toBe(0);
    expect(await readlink(join(copy.root, 'dist'))).not.toBe(live);
    expect(existsSync(lock())).toBe(false);
  });
});
