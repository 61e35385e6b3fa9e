import type { Stretch } from '../../src/domain/figure.ts';
import { dayAfter, type Day } from '../../src/domain/instant.ts';

/** The days of a stretch, newest first; none when it ends before it begins. */
export function* daysBack({ from, to }: Stretch): Generator<Day> {
  for (let day = to; day >= from; day = dayAfter(day, -1)) yield day;
}

/** The stretch in parts of at most so many days, newest first. */
export function* partsBack({ from, to }: Stretch, length: number): Generator<Stretch> {
  for (let last = to; last >= from; last = dayAfter(last, -length)) {
    const first = dayAfter(last, 1 - length);
    yield { from: first > from ? first : from, to: last };
  }
}

/** The earlier of two days, and the later. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);
