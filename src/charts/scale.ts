import { dayNumber, lengthOf } from '../domain/calendar-day.ts';
import type { Day } from '../domain/instant.ts';

/** Where a day stands on the axis, from 0 at the beginning of the first day to 1 at the end of the last one. */
export function placeOf(day: Day, stretch: { from: Day; to: Day }): number {
  return (dayNumber(day) - dayNumber(stretch.from)) / lengthOf(stretch);
}

/** Round numbers from 0 to at least `most` in steps of 1, 2 or 5 times a power of ten: three to five of them. Below 0 as well when `least` is. */
export function ticksFor(most: number, least = 0): number[] {
  const span = Math.max(most, 0) - Math.min(least, 0);
  if (!(span > 0)) return [0, 1];
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough * 0.999)!;
  const first = Math.floor(Math.min(least, 0) / step + 1e-9);
  const last = Math.ceil(Math.max(most, 0) / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** First days of the months on the axis; of every third one, or of January, when there are many. */
export function monthsOn({ from, to }: { from: Day; to: Day }): Day[] {
  const months: Day[] = [];
  const [year, month] = from.split('-').map(Number) as [number, number];
  for (let index = from.endsWith('-01') ? 0 : 1; ; index++) {
    const first = new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 10);
    if (first > to) break;
    months.push(first);
  }
  const step = months.length > 30 ? 12 : months.length > 14 ? 3 : 1;
  return months.filter((day) => (Number(day.slice(5, 7)) - 1) % step === 0);
}
