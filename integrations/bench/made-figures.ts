import type { Metric } from '../../src/domain/figure.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { dayNumber, dayOf } from '../store/records/day-number.ts';
import type { OwnFigure } from '../store/records/figure-writing.ts';

/** Five years, the last day of which is the day before “today” of the benchmark. */
export const DAYS = 1826;
const LAST = dayNumber('2026-10-31');
/** How long people go on reading a story, in days. */
const ALIVE = 730;
const [LANGS, NETWORKS, CAMPAIGNS] = [6, 8, 30];

/** What a source says of one day. */
export interface MadeSource {
  source: string;
  metrics: Metric[];
  figures(day: number): OwnFigure[];
}

/** The day so many days after the first. */
export const madeDay = (place: number): string => dayOf(LAST - DAYS + 1 + place);

/** Sources of an organisation that has so many figures a day, most of them of single stories; the same for the same number. */
export function madeSources(perDay: number): MadeSource[] {
  const fixed = 3 * LANGS + NETWORKS + 2 * CAMPAIGNS + 9;
  const stories = Math.max(1, Math.round((perDay - fixed) / 3));
  const of = (place: number, metrics: readonly Metric[], entities: readonly string[]): OwnFigure[] => {
    const day = madeDay(place);
    return metrics.flatMap((metric, m) => entities.map((entity, e): OwnFigure => ({ day, metric, entity, value: (((place + 1) * 7919 + (e + 1) * 104_729 + m * 31) >>> 0) % 997 })));
  };
  const named = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}:${kind}-${index}`);
  const [langs, networks, campaigns] = [named('lang', LANGS), named('network', NETWORKS), named('campaign', CAMPAIGNS)];
  const read = (place: number) => Array.from({ length: stories }, (_, index) => `story:press/a-story-of-many-words-${Math.floor((place * stories) / ALIVE) + index}`);
  return [
    { source: 'visits', metrics: ['views'], figures: (place) => of(place, ['views'], ['', ...langs, ...networks, ...campaigns, ...read(place)]) },
    { source: 'search-console', metrics: ['search-clicks', 'search-impressions'], figures: (place) => of(place, ['search-clicks', 'search-impressions'], ['', ...langs, ...read(place)]) },
    { source: 'ledger', metrics: ['signatures'], figures: (place) => of(place, ['signatures'], ['', ...campaigns]) },
    { source: 'youtube', metrics: ['video-views', 'followers'], figures: (place) => of(place, ['video-views', 'followers'], ['']) },
    { source: 'sheets/volunteers', metrics: ['applications', 'volunteers', 'volunteer-hours'], figures: (place) => of(place, ['applications', 'volunteers', 'volunteer-hours'], ['']) },
  ];
}

/** Ten gifts of a day. */
export function madeGifts(place: number): Gift[] {
  return Array.from({ length: 10 }, (_, index) => ({
    key: `${place}-${index}`, day: madeDay(place), currency: index === 9 ? 'TRY' : 'EUR', kind: index % 3 === 0 ? 'monthly' : 'once', amount: 500 + ((place * 31 + index * 977) % 9500), refunded: 0, campaign: index % 4 === 0 ? `campaign-${place % CAMPAIGNS}` : '',
  }));
}

/** A mention of a day. */
export const madeMention = (place: number): Mention => ({ key: `${place}`, day: madeDay(place), title: `An article that mentions the organisation, number ${place}`, url: `https://paper.example/${place}`, outlet: 'paper.example' });
