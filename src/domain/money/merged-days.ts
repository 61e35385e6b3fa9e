import { dayNumber, daysLater } from '../calendar-day.ts';
import type { Stretch } from '../figure.ts';
import type { Day } from '../instant.ts';
import { periodOf } from '../periods/period.ts';
import { cutTo, stretchOf, type DaySeries } from '../statistics/day-series.ts';
import { sumOf } from '../periods/period-sum.ts';
import { THRESHOLD } from './gift-table.ts';

/** How many there were in a stretch: undefined when a day of it is unknown, `few` when even a year has 1 to 4. */
export interface MergedCount extends Stretch {
  count: number | 'few' | undefined;
}

/** Quarters of a month by its days: blocks that no month and no report cuts in another way. */
const PARTS = [1, 8, 15, 22];

/**
 * Numbers of people or gifts in the finest steps that tell of nobody alone: a month by its days, by four parts of it or as
 * a whole, a quarter or a year, whichever first has no step with 1 to `threshold` - 1. Steps are fixed in the calendar and
 * each is cut once, so that two exports never differ by a few people. Only calendar months that lie whole within the
 * series are told.
 */
export function mergedDays(series: DaySeries, threshold: number = THRESHOLD): MergedCount[] {
  const whole = stretchOf(series);
  if (!whole) return [];
  const first = periodOf('month', whole.from).from === whole.from ? whole.from : daysLater(periodOf('month', whole.from).to, 1);
  const merged: MergedCount[] = [];
  for (let day = first; day <= whole.to;) {
    const steps = stepsAt(series, day, whole.to, threshold);
    if (!steps) break;
    merged.push(...steps);
    day = daysLater(steps.at(-1)!.to, 1);
  }
  return merged;
}

/** The steps of the largest whole period that begins on a day, cut as finely as may be. */
function stepsAt(series: DaySeries, day: Day, last: Day, threshold: number): MergedCount[] | undefined {
  for (const kind of ['year', 'quarter', 'month'] as const) {
    const period = periodOf(kind, day);
    if (period.from !== day || period.to > last) continue;
    const months = kind === 'month' ? undefined : partsOf(period, kind === 'year' ? 'quarter' : 'month').map((part) => stepsAt(series, part.from, part.to, threshold)!);
    const fine = months?.flat() ?? monthSteps(series, period, threshold);
    if (fine.every(({ count }) => count !== 'few')) return fine;
    return [counted(series, period, threshold)];
  }
  return undefined;
}

function monthSteps(series: DaySeries, month: Stretch, threshold: number): MergedCount[] {
  const days = Array.from({ length: cutTo(series, month).values.length }, (_, index) => daysLater(month.from, index));
  const cuts = [days, days.filter((day) => PARTS.includes(Number(day.slice(8)))), [month.from]];
  const ways = cuts.map((starts) => starts.map((from, index) => counted(series, { from, to: index + 1 < starts.length ? daysLater(starts[index + 1]!, -1) : month.to }, threshold)));
  return ways.find((steps) => steps.every(({ count }) => count !== 'few')) ?? ways.at(-1)!;
}

function partsOf(period: Stretch, kind: 'month' | 'quarter'): Stretch[] {
  const parts: Stretch[] = [];
  for (let at = dayNumber(period.from); at <= dayNumber(period.to);) {
    const part = periodOf(kind, daysLater(period.from, at - dayNumber(period.from)));
    parts.push({ from: part.from, to: part.to });
    at = dayNumber(part.to) + 1;
  }
  return parts;
}

function counted(series: DaySeries, { from, to }: Stretch, threshold: number): MergedCount {
  const { value, unknown } = sumOf(series, 'gifts', { from, to });
  if (unknown > 0 || value === undefined) return { from, to, count: undefined };
  return { from, to, count: value > 0 && value < threshold ? 'few' : value };
}
