import type { Stretch } from './figure.ts';
import type { Day } from './instant.ts';

/** Days from 1 January 1970 to that day; one more is the next day. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 864e5;
}

/** The day of such a number. */
export function dayOfNumber(number: number): Day {
  return new Date(number * 864e5).toISOString().slice(0, 10);
}

/** The day that many days later; earlier for a number below nought. */
export function daysLater(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days a stretch has, the first and the last counted; 0 when it ends before it begins. */
export function lengthOf({ from, to }: Stretch): number {
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1);
}

/** The days that both have; undefined when there are none. */
export function overlapOf(a: Stretch, b: Stretch): Stretch | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}
