import { dayNumber } from '../calendar-day.ts';
import type { Day } from '../instant.ts';
import type { Season } from '../periods/season.ts';
import type { Publication } from '../publication.ts';
import { trimmed, type DaySeries } from './day-series.ts';
import { estimatedChange, type EstimatedChange } from './estimated-change.ts';
import { cautionsOf } from './event-cautions.ts';
import { placeboShare, shiftedMeans } from './placebo.ts';
import { publicationEffects, type PublicationEffect } from './publication-effect.ts';
import { smallestVisible } from './smallest-visible.ts';
import { usualCourse } from './usual-course.ts';
import { LEVEL, type Caution, type Verdict } from './verdict.ts';
import { contrastsOf, windowLevels, WINDOW } from './window-contrast.ts';

/** What else is known about the time that is examined. */
export interface Circumstances {
  seasons?: readonly Season[] | undefined;
  /** Days of method breaks of this metric. */
  breaks?: readonly Day[] | undefined;
  /** Mailings, broadcasts, disasters. */
  others?: readonly { day: Day; text: string }[] | undefined;
  /** How many metrics are examined at once. */
  questions?: number | undefined;
}

/** Whether a metric was higher in the two weeks after publications than was to be expected, and how sure that is. Changes are parts: 0.18 is +18 %. */
export interface EventStudy {
  verdict: Verdict;
  /** Mean change after a publication; undefined when nothing could be compared. */
  change: number | undefined;
  /** Range that holds the true change in about 19 of 20 such examinations. */
  range: { low: number; high: number } | undefined;
  /** The share of placebo examinations that show as much, itself counted. */
  chance: number;
  /** How many shifts of the publication days were possible, the true one among them. */
  shifts: number;
  /** Smallest increase that these figures would have shown in 4 of 5 cases; undefined when even a fourfold would not have been seen. */
  smallest: number | undefined;
  /** Days with publications, and how many of them could be compared. */
  publications: number;
  used: number;
  /** Length of the figures, and their usual number a week. */
  weeks: number;
  perWeek: number;
  window: number;
  cautions: Caution[];
  each: PublicationEffect[];
}

/** From as many publications on, something is compared at all. */
export const LEAST_PUBLICATIONS = 3;
/** A modest effect: nobody would plan by less. Only figures that could have shown it can be said to show no sign. */
const MODEST = 0.15;

/** The test alone: how much was seen after publications (a logarithm), and which share of all shifts shows as much. */
export function placeboTest(series: DaySeries, publications: readonly Publication[], { seasons, breaks }: Circumstances = {}) {
  const known = trimmed(series);
  const course = usualCourse(known, seasons, breaks);
  const { carry, values: contrasts } = contrastsOf(known, course);
  const first = dayNumber(known.from);
  const days = [...new Set(publications.map(({ day }) => dayNumber(day) - first))].filter((day) => day >= 0 && day < known.values.length);
  const least = Math.max(LEAST_PUBLICATIONS, Math.ceil(days.length / 2));
  const means = shiftedMeans(contrasts, days, least);
  return { known, course, carry, contrasts, days, least, seen: means[0], chance: placeboShare(means), shifts: means.filter((mean) => mean !== undefined).length };
}

/**
 * An event study with a placebo test. For each publication the two weeks from its day on are compared with what was to be
 * expected (`contrastsOf`); the mean over publications is then compared with the means for all circular shifts of the
 * publication days. Without chance: the same figures give the same answer. No finding is a cause.
 */
export function eventStudy(series: DaySeries, publications: readonly Publication[], circumstances: Circumstances = {}): EventStudy {
  const { known, course, carry, contrasts, days, least, seen, chance, shifts } = placeboTest(series, publications, circumstances);
  const smallest = days.length >= LEAST_PUBLICATIONS ? smallestVisible(known, course, carry, days, least) : undefined;
  const estimate = seen === undefined ? undefined : estimatedChange(known, days, least, circumstances);
  const range = estimate && rangeBy(chance <= LEVEL, estimate);
  const verdict = seen !== undefined && chance <= LEVEL ? 'likely' : smallest !== undefined && smallest <= MODEST && range !== undefined && range.high <= MODEST && range.low >= -MODEST ? 'no-sign' : 'cannot-tell';
  const numbers = known.values.filter((value) => value !== undefined);
  const study = {
    verdict, change: estimate?.change, range, chance, shifts, smallest,
    publications: days.length, used: days.filter((day) => contrasts[day] !== undefined).length,
    weeks: Math.floor(known.values.length / 7), perWeek: numbers.length === 0 ? 0 : (numbers.reduce((sum, value) => sum + value, 0) * 7) / numbers.length, window: WINDOW,
    each: publicationEffects(known, windowLevels(known, course), publications, circumstances),
  } satisfies Omit<EventStudy, 'cautions'>;
  return { ...study, cautions: cautionsOf(study, known, course, circumstances) };
}

/** The range never says anything else than the test does: it holds nought, or ends there. */
function rangeBy(found: boolean, { change, low, high }: EstimatedChange): { low: number; high: number } {
  if (!found) return { low: Math.min(0, low), high: Math.max(0, high) };
  return change > 0 ? { low: Math.max(0, low), high } : { low, high: Math.min(0, high) };
}
