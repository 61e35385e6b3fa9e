import { periodOf } from '../domain/periods/period.ts';
import type { ChartPoint } from '../charts/chart.ts';
import { dayNumber, dayOfNumber, daysLater, lengthOf } from '../domain/calendar-day.ts';
import { STANDING, type Metric, type Stretch } from '../domain/figure.ts';
import type { Day } from '../domain/instant.ts';
import { cutTo, type DaySeries } from '../domain/statistics/day-series.ts';

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  // 1 January 1970 was a Thursday.
  return dayOfNumber(dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7));
}

/** The last whole week that ends on a day or before, by its Monday. */
export function lastWholeWeek(through: Day): Day {
  return daysLater(mondayOf(daysLater(through, 1)), -7);
}

/** A series week by week, whole weeks alone; a week with an unknown day is unknown, since its sum would look like a fall. */
export function weekPoints(series: DaySeries, metric: Metric, { from, to }: Stretch): ChartPoint[] {
  const first = mondayOf(daysLater(from, 6));
  const weeks = Math.floor(lengthOf({ from: first, to }) / 7);
  const { values } = cutTo(series, { from: first, to: daysLater(first, weeks * 7 - 1) });
  return Array.from({ length: weeks }, (_, week) => ({ at: daysLater(first, week * 7), value: gathered(values.slice(week * 7, week * 7 + 7), metric) }));
}

/** A year of 52 weeks, so that the same days of the week stand together. */
export const WEEKS_OF_YEAR = 364;

/** The same; with `before`, the weeks a year earlier in the places of these. */
export function weeksOf(series: DaySeries, metric: Metric, { from, to }: Stretch, before = false): ChartPoint[] {
  const shift = before ? WEEKS_OF_YEAR : 0;
  return weekPoints(series, metric, { from: daysLater(from, -shift), to: daysLater(to, -shift) }).map((point) => ({ ...point, at: daysLater(point.at, shift) }));
}

export const nextMonth = (day: Day): Day => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10);

function gathered(values: readonly (number | undefined)[], metric: Metric): number | null {
  if (STANDING.includes(metric)) return values.findLast((value) => value !== undefined) ?? null;
  return values.some((value) => value === undefined) ? null : values.reduce<number>((sum, value) => sum + value!, 0);
}

/** The first day of the first month that lies whole behind a day. */
export function firstWholeMonth(from: Day): Day {
  const month = periodOf('month', from);
  return month.from === from ? from : daysLater(month.to, 1);
}
