import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfNumber, daysLater, lengthOf } from '../../../src/domain/calendar-day.ts';
import { closedPeriods, lastClosed, PERIOD_KINDS, periodBefore, periodOf, yearBefore } from '../../../src/domain/periods/period.ts';

const day = fc.integer({ min: 10_000, max: 30_000 }).map(dayOfNumber);

describe('periods', () => {
  test.each([
    ['month', '2026-11-25', '2026-10-01', '2026-10-31'], ['month', '2026-03-01', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-25', '2026-07-01', '2026-09-30'], ['year', '2026-11-25', '2025-01-01', '2025-12-31'],
  ] as const)('the last closed %s on %s runs from %s to %s', (kind, today, from, to) => {
    expect(lastClosed(kind, today)).toEqual({ kind, from, to });
  });

  test('four weeks begin on a Monday, and a year before has the same weekdays', () => {
    const weeks = lastClosed('4-weeks', '2026-11-25');
    expect([new Date(weeks.from).getUTCDay(), lengthOf(weeks), new Date(yearBefore(weeks).from).getUTCDay()]).toEqual([1, 28, 1]);
    expect(yearBefore({ kind: 'month', from: '2024-02-01', to: '2024-02-29' })).toEqual({ kind: 'month', from: '2023-02-01', to: '2023-02-28' });
  });

  test('a closed period is over, and the next one is not', () => {
    fc.assert(fc.property(day, fc.constantFrom(...PERIOD_KINDS), (today, kind) => {
      const last = lastClosed(kind, today);
      expect(last.to < today).toBe(true);
      expect(lengthOf({ from: last.to, to: today })).toBeLessThanOrEqual(kind === 'year' ? 367 : kind === 'quarter' ? 93 : 32);
    }));
  });

  test('periods follow each other without a gap or an overlap', () => {
    fc.assert(fc.property(day, fc.constantFrom(...PERIOD_KINDS), (today, kind) => {
      const periods = closedPeriods(kind, today, 5);
      for (const [index, period] of periods.slice(1).entries()) expect(period.from).toBe(daysLater(periods[index]!.to, 1));
    }));
  });

  test('twelve weeks are three blocks of four, so that both tell the same', () => {
    fc.assert(fc.property(day, (today) => {
      const { from, to } = periodOf('12-weeks', today);
      const last = periodOf('4-weeks', today);
      expect([to, from]).toEqual([last.to, periodBefore(periodBefore(last)).from]);
    }));
  });
});
