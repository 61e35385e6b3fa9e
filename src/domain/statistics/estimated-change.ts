import type { DaySeries } from './day-series.ts';
import type { Circumstances } from './event-study.ts';
import { middleOf, quantileOf, shiftedMeans } from './placebo.ts';
import { usualCourse } from './usual-course.ts';
import { LEVEL } from './verdict.ts';
import { contrastsOf, windowLevels, WINDOW } from './window-contrast.ts';

/** The change after publications as a part, 0.18 is +18 %, with the range that holds the true one in 19 of 20 examinations. */
export interface EstimatedChange {
  change: number;
  low: number;
  high: number;
}

/**
 * Estimates the change from the series as it would be without it: the first guess `seen` (a logarithm) is taken off the
 * windows after publications, and the usual course, what the two weeks before made likely and what chance does are
 * computed from the rest, twice. Otherwise an effect would raise what it is compared with. The range is the placebo
 * distribution around the estimate.
 */
export function estimatedChange(series: DaySeries, seen: number, days: readonly number[], least: number, { seasons, breaks }: Circumstances): EstimatedChange {
  const after = new Set(days.flatMap((day) => Array.from({ length: WINDOW }, (_, index) => day + index)));
  let change = seen;
  let means: (number | undefined)[] = [];
  for (const _ of [1, 2]) {
    const without = { from: series.from, values: series.values.map((value, at) => (value !== undefined && after.has(at) ? value / Math.exp(change) : value)) };
    const course = usualCourse(without, seasons, breaks);
    const { carry, values } = contrastsOf(without, course);
    means = shiftedMeans(values, days, least);
    const before = windowLevels(without, course);
    const levels = windowLevels(series, course);
    const changes = days.map((day) => (levels[day] === undefined || before[day - WINDOW] === undefined ? undefined : levels[day]! - carry * before[day - WINDOW]!));
    change = middleOf(changes) - middleOf(means);
  }
  const middle = middleOf(means);
  return { change: Math.expm1(change), low: Math.expm1(change - (quantileOf(means, 1 - LEVEL / 2) - middle)), high: Math.expm1(change - (quantileOf(means, LEVEL / 2) - middle)) };
}
