import type { DaySeries } from './day-series.ts';
import type { Circumstances } from './event-study.ts';
import { middleOf, quantileOf, shiftedMeans } from './placebo.ts';
import { usualCourse } from './usual-course.ts';
import { LEVEL } from './verdict.ts';
import { contrastsOf, WINDOW } from './window-contrast.ts';

/** The change after publications as a part, 0.18 is +18 %, with the range that holds the true one in about 19 of 20 examinations. */
export interface EstimatedChange {
  change: number;
  low: number;
  high: number;
}

/**
 * Estimates the change (a logarithm first). What is seen is less than what was there, since an effect also raises what
 * it is compared with: the usual course, the weeks before the next publication, and the placebo. How much less is found by
 * taking the effect off the series and looking how far that moves what is seen. The range is the placebo distribution in the
 * series without the effect, widened by the same factor.
 */
export function estimatedChange(series: DaySeries, days: readonly number[], least: number, { seasons, breaks }: Circumstances): EstimatedChange {
  const look = (one: DaySeries) => {
    const means = shiftedMeans(contrastsOf(one, usualCourse(one, seasons, breaks)).values, days, least);
    const middle = middleOf(means);
    return { seen: (means[0] ?? middle) - middle, low: quantileOf(means, LEVEL / 2) - middle, high: quantileOf(means, 1 - LEVEL / 2) - middle };
  };
  const whole = look(series);
  let change = whole.seen;
  let kept = 1;
  let rest = whole;
  for (const _ of [1, 2]) {
    // A size at which the effect of taking it off is not lost in rounding.
    const size = Math.abs(change) < 0.05 ? 0.05 : change;
    const bare = look(without(series, days, size));
    kept = Math.max(LEAST_KEPT, Math.min(1, (whole.seen - bare.seen) / size));
    change = whole.seen / kept;
    rest = bare;
  }
  return { change: Math.expm1(change), low: Math.expm1(change - rest.high / kept), high: Math.expm1(change - rest.low / kept) };
}

/** Where publications cover nearly all days, nothing is left to compare with, and the range becomes very wide. */
const LEAST_KEPT = 0.1;

function without({ from, values }: DaySeries, days: readonly number[], change: number): DaySeries {
  const after = new Set(days.flatMap((day) => Array.from({ length: WINDOW }, (_, index) => day + index)));
  return { from, values: values.map((value, at) => (value !== undefined && after.has(at) ? value / Math.exp(change) : value)) };
}
