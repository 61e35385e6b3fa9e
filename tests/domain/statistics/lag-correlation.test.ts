import { describe, expect, test } from 'vitest';
import { madeWeeks, NATURES } from '../../../integrations/bench/made-weeks.ts';
import { naiveCorrelation } from '../../../integrations/bench/naive-statistics.ts';
import { lagCorrelation } from '../../../src/domain/statistics/lag-correlation.ts';

const FIRST = '2024-01-01';
const made = (nature: string, seed: number) => ({ from: FIRST, values: madeWeeks(NATURES[nature]!, 104, 0, 0, seed).values });

describe('whether gifts follow visits', () => {
  test('two growing series look alike to a plain correlation, and not to ours', () => {
    const pairs = Array.from({ length: 20 }, (_, run) => [made('growing', 2 * run + 1), made('growing', 2 * run + 2)] as const);
    expect(pairs.filter(([a, b]) => naiveCorrelation(a.values, b.values)).length).toBeGreaterThanOrEqual(18);
    expect(pairs.filter(([a, b]) => lagCorrelation(a, b).verdict === 'likely').length).toBeLessThanOrEqual(3);
  });

  test('what follows by two weeks is found at two weeks', () => {
    const visits = { from: FIRST, values: madeWeeks({ ...NATURES['autocorrelated']!, memory: 0.8, passing: 0 }, 104, 0, 0, 7).values };
    const own = made('white noise', 8);
    const gifts = { from: FIRST, values: own.values.map((value, day) => Math.round(value / 4 + 1.5 * (visits.values[day - 14] ?? 6))) };
    const { verdict, strongest, orders } = lagCorrelation(visits, gifts);
    expect([verdict, strongest!.weeks]).toEqual(['likely', 2]);
    expect(strongest!.correlation).toBeGreaterThan(strongest!.band);
    expect(orders.leading).toBeGreaterThan(0);
  });

  test('weeks that nobody knows make fewer pairs, not other ones', () => {
    const [visits, gifts] = [made('white noise', 1), made('white noise', 2)];
    const gap = { from: FIRST, values: gifts.values.map((value, day) => (day >= 70 && day < 140 ? undefined : value)) };
    const result = lagCorrelation(visits, gap);
    expect(result.lags[0]!.pairs).toBeLessThan(104 - 9);
    expect(result.cautions).toContainEqual({ kind: 'unknown-days', count: 70, of: 1456 });
  });

  test('series that never meet cannot tell anything', () => {
    expect(lagCorrelation({ from: '2020-01-01', values: [1, 2, 3] }, { from: FIRST, values: [1] }).verdict).toBe('cannot-tell');
    expect(lagCorrelation({ from: FIRST, values: [] }, { from: FIRST, values: [1] }).lags).toEqual([]);
  });
});
