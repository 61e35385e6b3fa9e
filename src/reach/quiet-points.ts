import type { ChartPoint } from '../charts/chart.ts';
import { daysLater, overlapOf } from '../domain/calendar-day.ts';
import type { Metric, Stretch } from '../domain/figure.ts';
import { mergedDays } from '../domain/money/merged-days.ts';
import { THRESHOLD } from '../domain/money/gift-table.ts';
import { periodOf } from '../domain/periods/period.ts';
import { cutTo, trimmed, type DaySeries } from '../domain/statistics/day-series.ts';
import { nextMonth, weekPoints } from './series-points.ts';

/** Metrics whose small numbers could tell who somebody is: giving to or working for refugees can reveal what a person believes. */
export const SENSITIVE: readonly Metric[] = ['gifts', 'applications', 'volunteers', 'volunteer-hours'];

/** Whether a number must not be shown as it is. */
export const isFew = (value: number): boolean => value > 0 && value < THRESHOLD;

/** Steps in which several lines of one chart may be shown: weeks where neither a week of one of them nor what a month’s total would leave of it is small; otherwise months. */
export function stepOf(lines: readonly DaySeries[], metric: Metric, axis: Stretch): 'week' | 'month' {
  return !SENSITIVE.includes(metric) || lines.every((series) => piecesOf(series, axis).every((sum) => !isFew(sum))) ? 'week' : 'month';
}

/** Points of a metric that may be shown in such steps; of months, those that are small become quarters or years. */
export function quietPoints(series: DaySeries, metric: Metric, axis: Stretch, step: 'week' | 'month'): ChartPoint[] {
  return step === 'week' ? weekPoints(series, metric, axis) : monthlyOrLonger(series, axis);
}

/** Weeks cut where a month ends: everything that weeks and months together would tell. */
function piecesOf(series: DaySeries, axis: Stretch): number[] {
  const pieces: number[] = [];
  for (const { at } of weekPoints(series, 'gifts', axis)) {
    const week = { from: at, to: daysLater(at, 6) };
    const turn = nextMonth(at);
    const parts = turn <= week.to ? [{ from: at, to: daysLater(turn, -1) }, { from: turn, to: week.to }] : [week];
    for (const part of parts) pieces.push(cutTo(series, part).values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  }
  return pieces;
}

function monthlyOrLonger(series: DaySeries, axis: Stretch): ChartPoint[] {
  const months = new Map<string, ChartPoint & { to: string }>();
  for (const { from, to, count } of mergedDays(trimmed(series))) {
    const at = periodOf('month', from).from;
    const known = months.get(at);
    const value = typeof count === 'number' ? count : null;
    if (known) months.set(at, { ...known, to, value: known.value === null || value === null ? null : known.value + value });
    else months.set(at, { at, to, value, ...(count === 'few' ? { shown: `<${THRESHOLD}` } : {}), ...(to > daysLater(nextMonth(at), -1) ? { name: `${at.slice(0, 7)} – ${to.slice(0, 7)}` } : {}) });
  }
  return [...months.values()].filter(({ at, to }) => overlapOf({ from: at, to }, axis) && at >= axis.from).map(({ to: _, ...point }) => point);
}

/**
 * Which parts of a shown whole are hidden: small ones, and the next smallest where a single hidden one, or too small a rest,
 * could be computed from the whole. A true zero is shown.
 */
export function hiddenParts(values: readonly number[]): Set<number> {
  const hidden = new Set(values.flatMap((value, index) => (isFew(value) ? [index] : [])));
  const next = values.map((value, index) => ({ value, index })).filter(({ value }) => value >= THRESHOLD).sort((a, b) => a.value - b.value);
  while (hidden.size > 0 && hidden.size < 2 && next.length > 0) hidden.add(next.shift()!.index);
  return hidden;
}
