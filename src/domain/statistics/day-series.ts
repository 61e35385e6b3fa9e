import { dayNumber, daysLater, lengthOf } from '../calendar-day.ts';
import type { Stretch } from '../figure.ts';
import type { Day } from '../instant.ts';

/** A number for every day from `from` on; undefined where nobody knows. */
export interface DaySeries {
  from: Day;
  values: readonly (number | undefined)[];
}

/** A day’s number as the history gives it. */
export interface KnownDay {
  period: Day;
  source: string;
  value: number;
}

/**
 * Adds the sources of a metric day by day. A source takes part from its first known day on, and up to `until` where that
 * names a last one; a day in between that one of them does not know is unknown as a whole, because a sum without it would
 * look like a fall. Days before the first source are unknown.
 */
export function seriesOf(known: readonly KnownDay[], stretch: Stretch, until: Readonly<Record<string, Day>> = {}): DaySeries {
  const first = dayNumber(stretch.from);
  const length = lengthOf(stretch);
  const sums = new Array<number>(length).fill(0);
  const answers = new Array<number>(length).fill(0);
  const expected = new Array<number>(length).fill(0);
  for (const [source, days] of Map.groupBy(known, (day) => day.source)) {
    const inside = days.map(({ period, value }) => ({ at: dayNumber(period) - first, value })).filter(({ at }) => at >= 0 && at < length);
    if (inside.length === 0) continue;
    for (const { at, value } of inside) {
      sums[at]! += value;
      answers[at]! += 1;
    }
    const last = until[source] === undefined ? length - 1 : Math.min(length - 1, dayNumber(until[source]) - first);
    for (let at = inside.reduce((least, day) => Math.min(least, day.at), length); at <= last; at++) expected[at]! += 1;
  }
  return { from: stretch.from, values: sums.map((sum, at) => (answers[at]! > 0 && answers[at]! >= expected[at]! ? sum : undefined)) };
}

/** A number that stands is believed for so many days after it was told: those of a quarter. */
const STANDS = 92;

/** Adds the sources of what stands rather than flows: each number of a source stands until its next one, or for 92 days. Days on which no source has one are unknown. */
export function standingSeries(known: readonly KnownDay[], stretch: Stretch): DaySeries {
  const first = dayNumber(stretch.from);
  const sums = new Array<number | undefined>(lengthOf(stretch)).fill(undefined);
  for (const days of Map.groupBy(known, (day) => day.source).values()) {
    const told = days.map(({ period, value }) => ({ at: dayNumber(period) - first, value })).sort((a, b) => a.at - b.at);
    told.forEach(({ at, value }, index) => {
      const end = Math.min(told[index + 1]?.at ?? Infinity, at + STANDS + 1, sums.length);
      for (let day = Math.max(0, at); day < end; day++) sums[day] = (sums[day] ?? 0) + value;
    });
  }
  return { from: stretch.from, values: sums };
}

/** Days from which on the sum of a standing metric has one source more, or one fewer, than before: it cannot be compared across them. */
export function sourceChanges(known: readonly KnownDay[]): Day[] {
  const sources = [...Map.groupBy(known, (day) => day.source).values()].map((days) => days.map(({ period }) => period).sort());
  const changes = sources.flatMap((days) => [days[0]!, ...days.flatMap((day, index) => {
    const over = daysLater(day, STANDS + 1);
    const next = days[index + 1];
    return next === undefined ? [over] : next > over ? [over, next] : [];
  })]);
  return sources.length < 2 ? [] : [...new Set(changes)].sort();
}

/** The days of a series, undefined for one without any. */
export function stretchOf({ from, values }: DaySeries): Stretch | undefined {
  return values.length === 0 ? undefined : { from, to: daysLater(from, values.length - 1) };
}

/** The same series within a stretch; days that it does not have are unknown. */
export function cutTo(series: DaySeries, stretch: Stretch): DaySeries {
  const shift = dayNumber(stretch.from) - dayNumber(series.from);
  return { from: stretch.from, values: Array.from({ length: lengthOf(stretch) }, (_, at) => series.values[at + shift]) };
}

/** The shortest part that has all known days. */
export function trimmed(series: DaySeries): DaySeries {
  const first = series.values.findIndex((value) => value !== undefined);
  if (first < 0) return { from: series.from, values: [] };
  return { from: daysLater(series.from, first), values: series.values.slice(first, series.values.findLastIndex((value) => value !== undefined) + 1) };
}
