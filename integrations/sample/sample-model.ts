import { dayNumber, lengthOf } from '../../src/domain/calendar-day.ts';
import type { Metric, Stretch } from '../../src/domain/figure.ts';
import type { Season } from '../../src/domain/periods/season.ts';
import { seasonsIn } from '../../src/domain/periods/season.ts';
import { WINDOW } from '../../src/domain/statistics/window-contrast.ts';
import type { Chance } from './chance.ts';

/** How an invented metric behaves. Changes are parts: 0.5 is +50 %. */
export interface SampleNature {
  /** Expected on an ordinary day at the beginning. */
  perDay: number;
  /** In the 14 days from each publication on. The truth that verdicts are checked against. */
  effect: number;
  /** A year. */
  growth: number;
  /** In a whole season. */
  seasons: Partial<Record<Season['name'], number>>;
  /** From Monday to Sunday. */
  week: readonly number[];
  /** Spread of a week’s deviation (logarithm), 0.5 of which is still there in the next week. */
  spread: number;
}

const OFFICE = [1.15, 1.2, 1.1, 1.1, 1, 0.75, 0.7];
const EVEN = [1, 1, 1, 1, 1, 1, 1];

/**
 * What happens at the invented organisation. Gifts, visits and signatures rise after publications; applications of
 * volunteers and video views do not, whatever their ups and downs look like.
 */
export const SAMPLE_NATURES = {
  views: { perDay: 320, effect: 0.6, growth: 0.2, seasons: { summer: -0.25, christmas: -0.1 }, week: OFFICE, spread: 0.15 },
  signatures: { perDay: 6, effect: 1, growth: 0.1, seasons: { summer: -0.2 }, week: OFFICE, spread: 0.3 },
  applications: { perDay: 1.6, effect: 0, growth: 0.15, seasons: { summer: -0.4, christmas: -0.2 }, week: OFFICE, spread: 0.25 },
  gifts: { perDay: 7, effect: 0.5, growth: 0.12, seasons: { ramadan: 0.5, christmas: 0.8, 'eid-al-adha': 0.4, summer: -0.2 }, week: EVEN, spread: 0.2 },
  'search-clicks': { perDay: 60, effect: 0.2, growth: 0.25, seasons: { summer: -0.2 }, week: OFFICE, spread: 0.12 },
  'video-views': { perDay: 45, effect: 0, growth: 0.3, seasons: { ramadan: 0.2 }, week: EVEN, spread: 0.3 },
  mentions: { perDay: 0.25, effect: 0.8, growth: 0, seasons: {}, week: OFFICE, spread: 0.3 },
} as const satisfies Partial<Record<Metric, SampleNature>>;

const MEMORY = 0.5;

/** Deviations and growth begin here, so that a day’s figures stay the same when the sample is written again later. A Monday. */
export const SAMPLE_EPOCH = dayNumber('2022-01-03');

/** What is to be expected of a metric on each day of a stretch after the epoch, its deviations by chance included; counts are drawn from it. */
export function expectedDays(nature: SampleNature, stretch: Stretch, publications: readonly number[], chance: Chance): number[] {
  const first = dayNumber(stretch.from);
  const active = new Set(publications.flatMap((day) => Array.from({ length: WINDOW }, (_, index) => day + index)));
  const seasons = seasonsIn(stretch).map(({ name, from, to }) => ({ part: nature.seasons[name] ?? 0, from: dayNumber(from), to: dayNumber(to) }));
  const weeks = Math.ceil((first + lengthOf(stretch) - SAMPLE_EPOCH) / 7);
  let deviation = nature.spread * chance.normal();
  const deviations = Array.from({ length: weeks }, () => (deviation = MEMORY * deviation + nature.spread * Math.sqrt(1 - MEMORY ** 2) * chance.normal()));
  return Array.from({ length: lengthOf(stretch) }, (_, at) => {
    const day = first + at;
    const since = day - SAMPLE_EPOCH;
    const season = seasons.reduce((product, { part, from, to }) => (day >= from && day <= to ? product * (1 + part) : product), 1);
    return nature.perDay * (1 + nature.growth) ** (since / 365.25) * season * nature.week[since % 7]! * Math.exp(deviations[Math.floor(since / 7)]!) * (active.has(day) ? 1 + nature.effect : 1);
  });
}
