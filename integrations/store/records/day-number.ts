import { isDay, type Day } from '../../../src/domain/instant.ts';

/** 1 January of the year 1, a Monday in the calendar of ISO 8601, is day 0: no day is negative, and weeks begin at multiples of seven. */
const BEGIN = Date.parse('0001-01-01T00:00:00Z');
const LENGTH = 86_400_000;

// A history has few different days, and each is asked for a thousand times.
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const months = new Map<number, number>();

/** The number of a day. Throws a `RangeError` for a text that is none. */
export function dayNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    if (!isDay(day) || day < '0001') throw new RangeError(`“${day}” is no day; write it like 2026-11-17.`);
    numbers.set(day, (number = (Date.parse(`${day}T00:00:00Z`) - BEGIN) / LENGTH));
  }
  return number;
}

export function dayOf(number: number): Day {
  let day = days.get(number);
  if (day === undefined) days.set(number, (day = new Date(BEGIN + number * LENGTH).toISOString().slice(0, 10)));
  return day;
}

/** The first day of the month, by number. */
export function monthOf(number: number): number {
  let month = months.get(number);
  if (month === undefined) months.set(number, (month = dayNumber(`${dayOf(number).slice(0, 8)}01`)));
  return month;
}

/** The first day of the month after; 31 days from the first are never in the same month, and never past the next. */
export const monthAfter = (month: number): number => monthOf(month + 31);

/** All months from the first to the last, each by the number of its first day. */
export function monthsOf(first: number, last: number): number[] {
  const months: number[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

/** The Monday of the week (ISO 8601), by number. */
export const weekOf = (number: number): number => number - (number % 7);

/** All days from the first to the last. */
export const daysOf = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
