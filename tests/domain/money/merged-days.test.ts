import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysLater } from '../../../src/domain/calendar-day.ts';
import { mergedDays } from '../../../src/domain/money/merged-days.ts';

const from = '2026-01-01';
const series = (value: (day: number) => number | undefined, length = 365) => ({ from, values: Array.from({ length }, (_, day) => value(day)) });

describe('days are put together until none tells of a few people', () => {
  test('a busy month is told by its days, a quiet one by its parts or as a whole', () => {
    const merged = mergedDays(series((day) => (day < 31 ? 6 : day < 59 ? 2 : day === 70 ? 7 : 0), 90));
    expect(merged.filter(({ from: first }) => first < '2026-02-01')).toHaveLength(31);
    expect(merged.filter(({ from: first }) => first >= '2026-02-01' && first < '2026-03-01').map(({ count }) => count)).toEqual([14, 14, 14, 14]);
    expect(merged.filter(({ from: first }) => first >= '2026-03-01').map(({ count }) => count)).toContain(7);
  });

  test('a month with a single gift goes into its quarter', () => {
    expect(mergedDays(series((day) => (day === 5 ? 1 : day > 58 ? 8 : 0), 90))).toEqual([{ from: '2026-01-01', to: '2026-03-31', count: 249 - 0 }]);
  });

  test('what is unknown stays unknown', () => {
    expect(mergedDays(series((day) => (day === 3 ? undefined : 9), 31))[3]).toEqual({ from: '2026-01-04', to: '2026-01-04', count: undefined });
  });

  test('a month that is not whole is not told', () => {
    expect(mergedDays({ from: '2026-01-10', values: new Array(40).fill(9) })).toEqual([]);
  });

  test('steps follow each other, and only a whole period can be “few”', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(0, 0, 0, 1, 2, 6, 9), { minLength: 365, maxLength: 365 }), (values) => {
      const merged = mergedDays({ from, values });
      for (const [index, step] of merged.slice(1).entries()) expect(step.from).toBe(daysLater(merged[index]!.to, 1));
      expect(merged.filter(({ count }) => count === 'few').every(({ from: first, to }) => dayNumber(to) - dayNumber(first) > 300)).toBe(true);
      expect(merged.every(({ count }) => typeof count !== 'number' || count === 0 || count >= 5)).toBe(true);
    }), { numRuns: 50 });
  });
});
