import { describe, expect, test } from 'vitest';
import type { Edition } from '../../integrations/files/edition.ts';
import { followChanges } from '../../integrations/files/edition-watch.ts';

const FAULT = { file: 'content/press/x/index.nl.md', line: 2, stops: 'story', wrong: 'The title is too long.', remedy: 'Shorten it.' };

/** A writer at work: files that change, pauses that the test ends, readings that end as told. */
function desk(readings: (() => Promise<Partial<Edition>>)[] = []) {
  const calls = new Map<string, (path: string) => void>();
  const [taken, told]: [unknown[], string[]] = [[], []];
  let [read, pause]: [number, (() => void) | undefined] = [0, undefined];
  const watcher = { add: () => {}, on: (event: string, call: (path: string) => void) => calls.set(event, call) };
  followChanges(watcher, '/newsroom', (edition) => taken.push(edition), (sentence) => told.push(sentence), {
    read: async () => (await (readings[read++] ?? (async () => ({ faults: [] })))()) as Edition,
    soon: (call) => { pause = call; return () => (pause = undefined); },
  });
  return {
    taken, told, readings: () => read,
    change: (path: string, event = 'change') => calls.get(event)!(path),
    async rest() {
      pause?.();
      pause = undefined;
      await new Promise(setImmediate);
    },
  };
}

describe('while somebody writes', () => {
  test('all that is saved in one go is read once', async () => {
    const { change, rest, readings, taken } = desk();
    change('/newsroom/content/press/x/index.nl.md');
    change('/newsroom/content/press/x/index.en.md', 'unlink');
    change('/newsroom/public/logo.svg', 'add');
    expect(readings()).toBe(0);
    await rest();
    expect([readings(), taken.length]).toEqual([1, 1]);
  });

  test('other files are not their business', async () => {
    const { change, rest, readings } = desk();
    for (const path of ['/newsroom/src/content/x.ts', '/newsroom/contents/x.md', '/newsroom/.data/public/x.jpg']) change(path);
    await rest();
    expect(readings()).toBe(0);
  });

  test('every fault is told where it is', async () => {
    const { change, rest, told } = desk([async () => ({ faults: [FAULT] as Edition['faults'] })]);
    change('/newsroom/content/press/x/index.nl.md');
    await rest();
    expect(told).toEqual(['content/press/x/index.nl.md, line 2\n  The title is too long. Shorten it.']);
  });

  test('what cannot be read is told in a sentence, and the pages stay as they were until it can', async () => {
    const { change, rest, told, taken } = desk([async () => { throw new Error('No more room on the disk.'); }]);
    change('/newsroom/content/press/x/index.nl.md');
    await rest();
    expect([told, taken]).toEqual([['The texts could not be read, so the pages stay as they were: No more room on the disk.'], []]);
    change('/newsroom/content/press/x/index.nl.md');
    await rest();
    expect(taken).toHaveLength(1);
  });

  test('what is saved while the texts are read is read after that', async () => {
    let end = (_: Partial<Edition>) => {};
    const { change, rest, readings, taken } = desk([() => new Promise((resolve) => (end = resolve))]);
    change('/newsroom/content/a.md');
    await rest();
    change('/newsroom/content/b.md');
    await rest();
    expect(readings()).toBe(1);
    end({ faults: [] });
    await rest();
    expect([readings(), taken.length]).toEqual([2, 2]);
  });
});
