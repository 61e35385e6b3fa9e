import { expect, test } from 'vitest';
import { OLDEST_NUMBERS, watchCounts } from '../../integrations/web/count-watch.ts';

/** A watch over these totals, one for each look, and how often the site was built. */
async function builds(totals: readonly (number | undefined)[]) {
  let [call, built, looks] = [() => {}, 0, 0];
  const watch = watchCounts((wait, next) => {
    expect(wait).toBe(OLDEST_NUMBERS);
    call = next;
    return () => (call = () => {});
  }, async () => totals[looks++], () => built++);
  const after: number[] = [];
  for (const _ of totals.slice(1)) {
    call();
    await new Promise(setImmediate);
    after.push(built);
  }
  watch.stop();
  call();
  await new Promise(setImmediate);
  expect(looks).toBe(totals.length);
  return after;
}

test('while people sign, the pages are built with newer numbers, and while nobody does they stay', async () => {
  expect(await builds([0, 0, 3, 3, 3, 4, 2])).toEqual([0, 1, 1, 1, 2, 3]);
});

test('a store that is out of reach builds nothing, and what changed meanwhile is noticed afterwards', async () => {
  expect(await builds([5, undefined, undefined, 6, 6])).toEqual([0, 0, 1, 1]);
  expect(await builds([undefined, 5, 6])).toEqual([0, 1]);
});
