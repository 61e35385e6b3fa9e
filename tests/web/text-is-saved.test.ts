import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stateOfContent, watchContent } from '../../integrations/web/content-watch.ts';
import { publishClock } from '../../integrations/web/publish-clock.ts';
import type { BuildOutcome } from '../../integrations/web/build-child.ts';
import { projectFolder } from './release-folder.ts';

/** Looks at texts that the test changes; each entry is their state at one look, three seconds after the one before. */
async function looks(states: string[], known = 'a'): Promise<number[]> {
  const built: number[] = [];
  let call = () => {};
  let seen = 0;
  watchContent({ state: async () => states[seen++]!, after: (_, next) => { call = next; return () => {}; } }, known, () => built.push(seen));
  for (const _ of states) {
    call();
    await new Promise(setImmediate);
  }
  return built;
}

describe('a text that is saved', () => {
  test('is built once nothing has changed for a look', async () => expect(await looks(['a', 'b', 'c', 'c', 'c', 'c'])).toEqual([4]));
  test('is not built when it was put back as it was', async () => expect(await looks(['b', 'a', 'a', 'a'])).toEqual([]));
  test('is built after half a minute even when somebody goes on saving', async () => expect(await looks([...'bcdefghijklm'])).toEqual([10]));
  test('is built again when it changes again', async () => expect(await looks(['b', 'b', 'c', 'c'])).toEqual([2, 4]));
  test('is built when it was saved before anybody looked', async () => expect(await looks(['b', 'b'])).toEqual([2]));
});

describe('what counts as a change', () => {
  const newsroom = async () => {
    const root = await projectFolder();
    await mkdir(join(root, 'content/press/x'), { recursive: true });
    await mkdir(join(root, 'public'));
    await writeFile(join(root, 'content/press/x/index.nl.md'), 'draft: true');
    return { root, before: await stateOfContent(root), text: join(root, 'content/press/x/index.nl.md') };
  };

  test('a text that was saved, also by putting another file in its place', async () => {
    const { root, before, text } = await newsroom();
    await writeFile(`${text}~`, 'draft: fals');
    await rename(`${text}~`, text);
    const after = await stateOfContent(root);
    expect(after).not.toBe(before);
    await writeFile(text, 'draft: false');
    expect(await stateOfContent(root)).not.toBe(after);
  });

  test('a file that came or went, in either folder', async () => {
    const { root, before, text } = await newsroom();
    await writeFile(join(root, 'public/logo.svg'), '<svg/>');
    expect(await stateOfContent(root)).not.toBe(before);
    await rm(join(root, 'public/logo.svg'));
    expect(await stateOfContent(root)).toBe(before);
    await rm(text);
    expect(await stateOfContent(root)).not.toBe(before);
  });

  test('not what the build writes itself, and no file that is half there', async () => {
    const { root, before } = await newsroom();
    await writeFile(join(root, 'content/published.txt'), '/nl/');
    await writeFile(join(root, 'content/published.txt.part'), '/nl/');
    await writeFile(join(root, 'content/press/x/photo.jpg.part'), '');
    expect(await stateOfContent(root)).toBe(before);
  });

  test('no folder at all is no reason to give up', async () => expect(await stateOfContent(await projectFolder())).toBe(''));
});

describe('builds that are asked for', () => {
  const builder = () => {
    const ends: ((outcome: BuildOutcome) => void)[] = [];
    const log: string[] = [];
    const timers: number[] = [];
    const clock = publishClock({
      now: () => Date.parse('2026-11-23T10:00:00Z'), after: (wait) => { timers.push(wait); return () => {}; },
      build: () => ({ outcome: new Promise((resolve) => ends.push(resolve)), stop: () => {} }), log: (line) => log.push(line),
    });
    return { clock, ends, log, timers };
  };
  const settled = () => new Promise(setImmediate);

  test('never run two at a time; what was saved during one is in the next', async () => {
    const { clock, ends } = builder();
    const outcomes = [clock.build(), clock.build(), clock.build()];
    expect(ends).toHaveLength(1);
    ends[0]!({ ok: true });
    await outcomes[0];
    await settled();
    expect(ends).toHaveLength(2);
    ends[1]!({ ok: false, reason: 'x' });
    expect(await Promise.all(outcomes)).toEqual([{ ok: true }, { ok: false, reason: 'x' }, { ok: false, reason: 'x' }]);
    expect(clock.failure()).toBe('x');
  });

  test('do not make a story that is due later be forgotten', async () => {
    const { clock, ends, timers } = builder();
    clock.follow('2026-11-23T10:00:30.000Z');
    void clock.build();
    ends[0]!({ ok: true });
    await settled();
    clock.follow('2026-11-23T10:00:30.000Z');
    expect(timers).toEqual([30_000, 30_000, 30_000]);
  });

  test('that fail wait no longer with the next try than until a story is due', async () => {
    const { clock, ends, timers } = builder();
    clock.follow('2026-11-23T10:00:30.000Z');
    void clock.build();
    ends[0]!({ ok: false, reason: 'x' });
    await settled();
    expect(timers).toEqual([30_000, 30_000]);
  });
});
