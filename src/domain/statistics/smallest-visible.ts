import type { DaySeries } from './day-series.ts';
import { placeboShare, shiftedMeans } from './placebo.ts';
import type { UsualCourse } from './usual-course.ts';
import { LEVEL, POWER } from './verdict.ts';
import { contrastsOf, WINDOW } from './window-contrast.ts';

/** Places in the series at which an effect is planted, evenly spread. */
const PLACES = 30;
/** Sizes tried, as parts; between two of them nobody could tell the difference. */
const SIZES = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3];

/**
 * The smallest of a row of increases (5 % to 300 %) that the test finds in at least 4 of 5 places when it is planted into
 * these very figures, with the publications as far apart as they were; undefined when it finds none of them.
 */
export function smallestVisible(series: DaySeries, course: UsualCourse, carry: number, days: readonly number[], least: number): number | undefined {
  const length = series.values.length;
  // Not where the publications really were: an effect of theirs would be found there.
  const shifts = Array.from({ length: PLACES }, (_, place) => WINDOW + Math.round(((length - 2 * WINDOW) * place) / PLACES)).filter((shift) => shift > 0 && shift < length);
  const found = (size: number): boolean => {
    let misses = 0;
    // Most sizes are plain after a few places.
    return shifts.every((shift) => findsAt(shift, size) || ++misses <= (1 - POWER) * shifts.length);
  };
  const findsAt = (shift: number, size: number): boolean => {
    const active = new Uint8Array(length);
    for (const day of days) {
      const at = (day + shift) % length;
      active.fill(1, at, Math.min(length, at + WINDOW));
    }
    const planted = { from: series.from, values: series.values.map((value, at) => (value !== undefined && active[at] === 1 ? value * (1 + size) : value)) };
    return placeboShare(shiftedMeans(contrastsOf(planted, course, carry).values, days, least), shift) <= LEVEL;
  };
  if (shifts.length === 0) return undefined;
  let [low, high] = [0, SIZES.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found(SIZES[middle]!)) high = middle;
    else low = middle + 1;
  }
  return SIZES[low];
}
