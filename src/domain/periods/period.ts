import { dayNumber, dayOfNumber, daysLater } from '../calendar-day.ts';
import type { Stretch } from '../figure.ts';
import { monthsAfter, type Day } from '../instant.ts';

/** Periods that are looked at as a whole. Weeks are whole ones from Monday, in blocks that never overlap. */
export const PERIOD_KINDS = ['4-weeks', '12-weeks', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface Period extends Stretch {
  kind: PeriodKind;
}

const MONTHS: Partial<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };
/** A Monday, from which blocks of weeks are counted, so that two reports have the same ones. */
const FIRST_BLOCK = dayNumber('2024-01-01');
const BLOCK = 28;

/** The period that a day is in; of twelve weeks, the one that ends with the day’s four. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const months = MONTHS[kind];
  if (months !== undefined) {
    const month = Number(day.slice(5, 7)) - 1;
    const from = `${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`;
    return { kind, from, to: daysLater(monthsAfter(from, months), -1) };
  }
  const end = FIRST_BLOCK + (Math.floor((dayNumber(day) - FIRST_BLOCK) / BLOCK) + 1) * BLOCK;
  return { kind, from: dayOfNumber(end - (kind === '12-weeks' ? 3 : 1) * BLOCK), to: dayOfNumber(end - 1) };
}

/** The last period that is over on `today`, which is itself not over. */
export function lastClosed(kind: PeriodKind, today: Day): Period {
  const running = periodOf(kind, today);
  return kind === '12-weeks' ? periodOf(kind, daysLater(running.to, -BLOCK)) : periodBefore(running);
}

/** The period of the same kind that ends where this one begins. */
export function periodBefore(period: Period): Period {
  return periodOf(period.kind, daysLater(period.from, -1));
}

/** The same period a year earlier: of weeks, 52 weeks earlier, so that both have the same days of the week. */
export function yearBefore({ kind, from, to }: Period): Period {
  if (MONTHS[kind] !== undefined) return periodOf(kind, monthsAfter(from, -12));
  return { kind, from: daysLater(from, -364), to: daysLater(to, -364) };
}

/** Closed periods of a kind, the latest last. */
export function closedPeriods(kind: PeriodKind, today: Day, count: number): Period[] {
  const periods = [lastClosed(kind, today)];
  while (periods.length < count) periods.unshift(periodBefore(periods[0]!));
  return periods;
}
