import { dayNumber } from '../calendar-day.ts';
import type { Publication } from '../publication.ts';
import type { DaySeries } from './day-series.ts';
import type { Circumstances } from './event-study.ts';
import { WINDOW } from './window-contrast.ts';

/** What stood around one publication: a row of the table. */
export interface PublicationEffect extends Publication {
  /** Numbers of the 14 days before, and of the 14 from its day on; undefined unless all of them are known. */
  before: number | undefined;
  after: number | undefined;
  /** Whether the series ends before the 14 days do. */
  open: boolean;
  /** Of these 28 days, how many nobody knows. */
  unknown: number;
  /** Change against the usual course, as a part; undefined unless all 28 days are known. */
  change: number | undefined;
  /** Other days with publications in these four weeks. */
  overlaps: number;
  /** What else happened in them. */
  others: string[];
}

/** A row for each publication that the series reaches, in the order of days. */
export function publicationEffects({ from, values }: DaySeries, levels: readonly (number | undefined)[], publications: readonly Publication[], { others = [] }: Circumstances): PublicationEffect[] {
  const first = dayNumber(from);
  const days = [...new Set(publications.map(({ day }) => dayNumber(day) - first))];
  return publications.map((publication) => ({ publication, at: dayNumber(publication.day) - first }))
    .filter(({ at }) => at >= 0 && at < values.length)
    .sort((a, b) => a.at - b.at)
    .map(({ publication, at }) => {
      const [before, after] = [known(values, at - WINDOW), known(values, at)];
      const level = levels[at];
      return {
        ...publication, before: total(before), after: total(after), open: at + WINDOW > values.length, unknown: 2 * WINDOW - before.length - after.length,
        change: level === undefined || before.length + after.length < 2 * WINDOW ? undefined : Math.expm1(level),
        overlaps: days.filter((day) => day !== at && Math.abs(day - at) < WINDOW).length,
        others: others.filter(({ day }) => Math.abs(dayNumber(day) - first - at + 0.5) < WINDOW).map(({ text }) => text),
      };
    });
}

const known = (values: readonly (number | undefined)[], at: number) => Array.from({ length: WINDOW }, (_, index) => values[at + index]).filter((value) => value !== undefined);
const total = (values: readonly number[]) => (values.length < WINDOW ? undefined : values.reduce((sum, value) => sum + value, 0));
