import { expect, test } from 'vitest';
import { shareResultOf, shareTableOf } from '../../integrations/bench/share-result.ts';
import { shareTitles } from '../../integrations/bench/share-titles.ts';

const race = { pictures: 3, times: { rostrum: [4, 5, 60], satori: [15, 20, 10] }, bytes: { rostrum: [20_000, 30_000, 10_000], satori: [40_000, 40_000, 40_000] }, cached: [0.02, 0.04, 0.03], kits: { files: 8000, cold: 95.2, unchanged: 1.31 }, thousand: { memory: 200, seconds: 6 } };

test('the benchmark compares middle values, so that one slow moment does not count', () => {
  expect(shareResultOf(race)).toMatchObject({ bench: 'share', medians: { rostrum: { ms: 5, fastest: 4, bytes: 20_000 }, satori: { ms: 15 } }, ratios: { satori: 3 }, cachedMs: 0.03, largestBytes: 30_000 });
  expect(shareTableOf(shareResultOf(race))).toContain('3.0 ×');
});

test('no two of its titles are the same, and the languages take turns', () => {
  const titles = shareTitles(200);
  expect(new Set(titles.map(({ title }) => title)).size).toBe(200);
  expect(new Set(titles.slice(0, 7).map(({ lang }) => lang)).size).toBe(7);
});
