import { daysLater, lengthOf } from '../domain/calendar-day.ts';
import type { Stretch } from '../domain/figure.ts';
import { monthsAfter, type Day } from '../domain/instant.ts';
import { periodBefore, periodOf, type Period } from '../domain/periods/period.ts';
import { paceOf, type Pace, type Target } from '../domain/periods/target.ts';
import { cutTo } from '../domain/statistics/day-series.ts';
import { examined } from './examined.ts';
import { completeThrough } from './metric-sources.ts';
import type { ReachData } from './reach-data.ts';
import { SENSITIVE, toldCounts } from './told-counts.ts';

/**
 * Where a target stands. Of a sensitive metric only months that are over count, since what came from one day to the next
 * would tell of single people; and the year before is a guide only where all of its months are told.
 */
export function targetPace(data: ReachData, target: Target): Pace {
  const series = examined(data).series(target.metric);
  const through = completeThrough(data, target.metric);
  if (!SENSITIVE.includes(target.metric)) return paceOf(target, series, through);
  const over = lastMonthEnd(through < target.to ? through : target.to);
  const before = { from: monthsAfter(target.from, -12), to: daysLater(monthsAfter(daysLater(target.to, 1), -12), -1) };
  const guided = lengthOf(before) === lengthOf(target) && allTold(data, target, before);
  return paceOf(target, guided ? series : cutTo(series, { from: target.from, to: target.to }), over);
}

/** Whether what was reached must not be shown: a part of it is hidden, or it would tell a part of a month. */
export function isQuietPace(data: ReachData, { target, through }: Pace): boolean {
  return SENSITIVE.includes(target.metric) && through !== undefined && !allTold(data, target, { from: target.from, to: through });
}

function allTold(data: ReachData, { metric }: Target, { from, to }: Stretch): boolean {
  const months: Period[] = [];
  for (let at = from; at <= to; at = monthsAfter(at, 1)) months.push(periodOf('month', at));
  return months[0]?.from === from && months.at(-1)!.to === to && months.every((month) => typeof toldCounts(data, metric).total(month) === 'number');
}

function lastMonthEnd(day: Day): Day {
  const month = periodOf('month', day);
  return month.to === day ? day : periodBefore(month).to;
}
