import { describe, expect, test } from 'vitest';
import { cutTo, seriesOf, sourceChanges, standingSeries, trimmed } from '../../../src/domain/statistics/day-series.ts';

const days = { from: '2026-03-01', to: '2026-03-06' };
const known = (source: string, values: Record<string, number>) => Object.entries(values).map(([day, value]) => ({ period: `2026-03-0${day}`, source, value }));

describe('figures of several sources become one series', () => {
  test('a day that is unknown to one of its sources is unknown, and a true zero is a zero', () => {
    expect(seriesOf([...known('a', { 1: 5, 2: 0, 3: 4, 5: 1, 6: 1 }), ...known('b', { 3: 10, 4: 10, 5: 10, 6: 0 })], days).values).toEqual([5, 0, 14, undefined, 11, 1]);
  });

  test('a source that ended is not waited for', () => {
    expect(seriesOf([...known('old', { 1: 5, 2: 5 }), ...known('new', { 3: 4, 4: 4, 5: 4, 6: 4 })], days, { old: '2026-03-02' }).values).toEqual([5, 5, 4, 4, 4, 4]);
  });

  test('a source that fell silent leaves its days unknown', () => {
    expect(seriesOf(known('a', { 1: 5, 2: 5 }), days).values).toEqual([5, 5, undefined, undefined, undefined, undefined]);
  });

  test('what stands, stands until the next number of its source, so that a number typed once a month is no leap', () => {
    expect(standingSeries([...known('shifts', { 2: 28, 3: 28, 4: 29, 5: 29, 6: 29 }), ...known('typed/people', { 4: 60, 6: 50 })], days).values).toEqual([undefined, 28, 28, 89, 89, 79]);
  });

  test('what stood before the first day still stands on it, for a quarter at most', () => {
    expect(standingSeries([{ period: '2026-02-01', source: 'a', value: 7 }, { period: '2025-12-01', source: 'b', value: 5 }], days).values).toEqual([12, 12, 12, 7, 7, 7]);
  });

  test('the days are told on which a sum has other sources than before', () => {
    expect(sourceChanges([...known('a', { 1: 5, 2: 5 }), ...known('b', { 4: 3 })])).toEqual(['2026-03-01', '2026-03-04', '2026-06-03', '2026-06-05']);
    expect(sourceChanges(known('a', { 1: 5, 2: 5 }))).toEqual([]);
  });

  test('cutting and trimming keep days in their places', () => {
    const series = { from: '2026-03-02', values: [undefined, 7, undefined, 8] };
    expect(cutTo(series, days).values).toEqual([undefined, undefined, 7, undefined, 8, undefined]);
    expect(trimmed(series)).toEqual({ from: '2026-03-03', values: [7, undefined, 8] });
  });
});
