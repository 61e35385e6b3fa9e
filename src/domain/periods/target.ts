import { daysLater, lengthOf } from '../calendar-day.ts';
import type { Entity, Metric, Stretch } from '../figure.ts';
import { monthsAfter, type Day } from '../instant.ts';
import { cutTo, type DaySeries } from '../statistics/day-series.ts';
import { sumOf } from './period-sum.ts';

/** What staff want to reach within a stretch: a sum, never of what stands rather than flows. */
export interface Target extends Stretch {
  metric: Metric;
  entity: Entity;
  /** At least this. */
  value: number;
}

/** How a target stands: “on course for 8,200 of 10,000”. */
export interface Pace {
  target: Target;
  /** Up to the last complete day. */
  through: Day | undefined;
  reached: number;
  /** What part of the target’s time is usually done by then: of the sum by the course of a year before, or of the days. */
  share: number;
  basis: 'year-before' | 'days';
  /** What will have been reached at the end when it goes on so; undefined while it is too early to say. */
  outlook: number | undefined;
  standing: 'not-begun' | 'too-early' | 'behind' | 'on-course' | 'reached' | 'missed';
  /** Days without figures so far, for which the pace assumes the mean of the others. */
  unknown: number;
}

/** Before this part of the usual course is over, an outlook would be guesswork. */
const EARLY = 0.1;
/** The year before is a guide only when nearly all of its days are known. */
const KNOWN = 0.9;

/** Where a target stands on the last complete day. */
export function paceOf(target: Target, series: DaySeries, completeThrough: Day): Pace {
  const days = lengthOf(target);
  if (completeThrough < target.from) return { target, through: undefined, reached: 0, share: 0, basis: 'days', outlook: undefined, standing: 'not-begun', unknown: 0 };
  const through = completeThrough < target.to ? completeThrough : target.to;
  const sum = sumOf(series, target.metric, { from: target.from, to: through });
  const reached = sum.value ?? 0;
  const usual = usualShare(target, series, through);
  const share = usual ?? sum.days / days;
  const likely = sum.unknown < sum.days ? (reached * sum.days) / (sum.days - sum.unknown) : 0;
  const outlook = share >= EARLY && sum.unknown < sum.days ? likely / share : undefined;
  const over = through === target.to;
  const standing = reached >= target.value ? 'reached' : over ? 'missed' : outlook === undefined ? 'too-early' : outlook >= target.value ? 'on-course' : 'behind';
  return { target, through, reached, share, basis: usual === undefined ? 'days' : 'year-before', outlook, standing, unknown: sum.unknown };
}

/** What part had come by the same day of the year before; undefined when that is not known well enough. */
function usualShare({ from, to }: Target, series: DaySeries, through: Day): number | undefined {
  const start = monthsAfter(from, -12);
  const whole = cutTo(series, { from: start, to: daysLater(monthsAfter(daysLater(to, 1), -12), -1) }).values;
  const known = whole.filter((value) => value !== undefined);
  if (known.length < KNOWN * whole.length) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (mean === 0) return undefined;
  const until = Math.round((whole.length * lengthOf({ from, to: through })) / lengthOf({ from, to }));
  return whole.slice(0, until).reduce<number>((sum, value) => sum + (value ?? mean), 0) / (mean * whole.length);
}
