import type { DaySeries } from './day-series.ts';
import type { UsualCourse } from './usual-course.ts';

/** Days after and before a publication that are compared. */
export const WINDOW = 14;
/** One window counts at most as fourfold or as a quarter, so that one great day of television cannot make a finding by itself. */
const MOST = Math.log(4);
/** Of a window’s days so many must be known. */
const KNOWN = WINDOW / 2;
/** A sharp peak that the usual course cannot follow is in both windows: some of the first is always taken off the second. */
const LEAST_CARRY = 0.3;
const MOST_CARRY = 0.9;

/** For each day, how much more than expected came in the two weeks from it on: natural logarithms. */
export interface Contrasts {
  values: (number | undefined)[];
  /** What part of a deviation of two weeks is still there in the next two, 0.3 to 0.9. */
  carry: number;
}

/**
 * Compares for each day the 14 days from it on with what was to be expected: the usual course, times the deviation of the
 * 14 days before as far as deviations of this series last. How far is estimated by least squares from the series itself,
 * because a fixed “after over before” would count chance before a publication as an effect after it (regression to the
 * mean). Undefined where a window has too few known days or reaches over an end.
 */
export function contrastsOf(series: DaySeries, course: UsualCourse, carry?: number): Contrasts {
  const levels = windowLevels(series, course);
  const part = carry ?? carryOf(levels);
  return { carry: part, values: levels.map((after, at) => {
    const before = levels[at - WINDOW];
    return after === undefined || before === undefined ? undefined : Math.max(-MOST, Math.min(MOST, after - part * before));
  }) };
}

/** Logarithm of a window’s number over what the usual course makes of its known days, for the window that begins on each day. */
export function windowLevels({ values }: DaySeries, { expected }: UsualCourse): (number | undefined)[] {
  const seen = sums(values);
  const usual = sums(values.map((value, at) => (value === undefined ? undefined : expected[at])));
  const known = sums(values.map((value) => (value === undefined ? undefined : 1)));
  return values.map((_, at) => {
    if (at + WINDOW > values.length || known[at + WINDOW]! - known[at]! < KNOWN) return undefined;
    return Math.log((seen[at + WINDOW]! - seen[at]! + 1) / (usual[at + WINDOW]! - usual[at]! + 1));
  });
}

function sums(values: readonly (number | undefined)[]): Float64Array {
  const totals = new Float64Array(values.length + 1);
  for (let at = 0; at < values.length; at++) totals[at + 1] = totals[at]! + (values[at] ?? 0);
  return totals;
}

function carryOf(levels: readonly (number | undefined)[]): number {
  let both = 0;
  let square = 0;
  for (let at = WINDOW; at < levels.length; at++) {
    const [before, after] = [levels[at - WINDOW], levels[at]];
    if (before === undefined || after === undefined) continue;
    both += before * after;
    square += before * before;
  }
  return square > 0 ? Math.max(LEAST_CARRY, Math.min(MOST_CARRY, both / square)) : LEAST_CARRY;
}
