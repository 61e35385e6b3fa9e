import { dayNumber } from '../calendar-day.ts';
import type { Publication } from '../publication.ts';
import { trimmed, type DaySeries } from './day-series.ts';
import type { Circumstances } from './event-study.ts';
import { quantileOf } from './placebo.ts';
import { usualCourse } from './usual-course.ts';

/** A week before or after publications: 0 is the week that begins with them. Numbers are an index, 100 is what was to be expected. */
export interface IndexedWeek {
  week: number;
  /** Median over publications; undefined when nobody knows. */
  index: number | undefined;
  /** Between these, 19 of 20 shifted sets of days have their median. */
  low: number | undefined;
  high: number | undefined;
}

const REACH = 4;
/** Shifts for the band: each is a median, and more of them would not move it visibly. */
const SHIFTS = 200;

/** The four weeks before and the four from publications on, against the usual course, with what chance makes of it. */
export function indexedWeeks(series: DaySeries, publications: readonly Publication[], { seasons, breaks }: Circumstances = {}): IndexedWeek[] {
  const known = trimmed(series);
  const length = known.values.length;
  const { expected } = usualCourse(known, seasons, breaks);
  const first = dayNumber(known.from);
  const days = [...new Set(publications.map(({ day }) => dayNumber(day) - first))].filter((day) => day >= 0 && day < length);
  const ratio = (from: number): number | undefined => {
    if (from < 0 || from + 7 > length) return undefined;
    let [seen, usual, count] = [0, 0, 0];
    for (let at = from; at < from + 7; at++) {
      if (known.values[at] === undefined) continue;
      seen += known.values[at]!;
      usual += expected[at]!;
      count++;
    }
    return count < 4 || !(usual > 0) ? undefined : (100 * seen) / usual;
  };
  const ratios = known.values.map((_, at) => ratio(at));
  const median = (shift: number, week: number): number | undefined => {
    const found = days.map((day) => ratios[((day + shift) % length) + week * 7]).filter((value) => value !== undefined);
    return found.length === 0 ? undefined : quantileOf(found, 0.5);
  };
  const shifts = Array.from({ length: Math.min(SHIFTS, Math.max(0, length - 1)) }, (_, index) => 1 + Math.floor((index * (length - 1)) / SHIFTS));
  return Array.from({ length: 2 * REACH }, (_, index) => {
    const week = index - REACH;
    const chance = shifts.map((shift) => median(shift, week)).filter((value) => value !== undefined);
    return { week, index: median(0, week), low: chance.length === 0 ? undefined : quantileOf(chance, 0.025), high: chance.length === 0 ? undefined : quantileOf(chance, 0.975) };
  });
}
