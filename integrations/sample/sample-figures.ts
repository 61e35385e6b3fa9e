import { dayNumber, daysLater, lengthOf } from '../../src/domain/calendar-day.ts';
import type { Entity, Figure, Metric } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';
import { chanceFrom, chanceOfDay } from './chance.ts';
import { SAMPLE_EPOCH } from './sample-model.ts';
import type { ExpectedOf, SampleSurroundings } from './sample-history.ts';

/** What a source of the sample says. */
export interface SampleFigures {
  source: string;
  metrics: Metric[];
  figures: Omit<Figure, 'source'>[];
  completeThrough: Day;
  says: string;
}

const LANGUAGES: readonly [string, number][] = [['nl', 0.55], ['en', 0.15], ['tr', 0.15], ['ar', 0.1], ['uk', 0.05]];
const NETWORKS: readonly [string, number][] = [['whatsapp', 0.12], ['facebook', 0.08], ['mastodon', 0.03]];
/** Of what comes within four weeks of a publication so much goes to it, or came by its link. */
const TO_STORY = 0.3;
const BY_CODE = 0.15;
/** The new way of counting video views multiplies them. */
const RECOUNTED = 1.6;
/** A service failed once, and its days could never be fetched again. */
const GAP = { from: '2026-09-09', to: '2026-09-17' };
const SILENT = 6;

/** Figures of all sources but gifts and mentions. */
export function sampleFigures({ stretch, publications, breaks }: SampleSurroundings, seed: number, expected: ExpectedOf): SampleFigures[] {
  const length = lengthOf(stretch);
  const day = (at: number) => daysLater(stretch.from, at);
  const drawn = (metric: Parameters<ExpectedOf>[0], number: number) => {
    return expected(metric, chanceFrom(seed + number)).map((mean, at) => chanceOfDay(seed + number, dayNumber(day(at))).poisson(metric === 'video-views' && day(at) >= breaks[0]!.day ? RECOUNTED * mean : mean));
  };
  const recent = Array.from({ length }, (_, at) => publications.findLast((one) => one.day <= day(at) && dayNumber(one.day) > dayNumber(day(at)) - 28)?.entity);
  const rows = (metric: Metric, values: readonly number[], split?: (at: number) => readonly (readonly [Entity, number])[]) =>
    values.flatMap((value, at) => [{ day: day(at), metric, entity: '', value }, ...(split?.(at) ?? []).map(([entity, share]) => ({ day: day(at), metric, entity, value: Math.round(value * share) }))]);
  const byCode = (at: number): [Entity, number][] => (recent[at] === undefined ? [] : [[`campaign:${recent[at].split('/').at(-1)!}`, BY_CODE]]);
  const well = { completeThrough: stretch.to, says: 'Invented for the sample organisation.' };
  const views = rows('views', drawn('views', 1), (at) => [...LANGUAGES.map(([lang, share]) => [`lang:${lang}`, share] as const), ...NETWORKS.map(([network, share]) => [`network:${network}`, share] as const), ...(recent[at] === undefined ? [] : [[recent[at], TO_STORY] as const]), ...byCode(at)]);
  const search = drawn('search-clicks', 4);
  const inGap = (figure: { day: Day }) => figure.day >= GAP.from && figure.day <= GAP.to;
  const silentFrom = daysLater(stretch.to, -SILENT);
  return [
    { source: 'sample/visits', metrics: ['views'], figures: views, ...well },
    { source: 'sample/signatures', metrics: ['signatures'], figures: rows('signatures', drawn('signatures', 2), byCode), ...well },
    { source: 'sample/applications', metrics: ['applications'], figures: rows('applications', drawn('applications', 3), byCode), ...well },
    { source: 'sample/search', metrics: ['search-clicks', 'search-impressions'], figures: [...rows('search-clicks', search), ...rows('search-impressions', search.map((clicks) => clicks * 23))].filter((figure) => !inGap(figure)), ...well },
    { source: 'sample/video', metrics: ['video-views', 'followers'], figures: [...rows('video-views', drawn('video-views', 5)), ...rows('followers', Array.from({ length }, (_, at) => 800 + Math.round((dayNumber(day(at)) - SAMPLE_EPOCH) * 0.9)))].filter((figure) => figure.day <= silentFrom), completeThrough: silentFrom, says: 'Invented: the service has not answered for six days. The last good figures stay.' },
    { source: 'sample/shifts', metrics: ['volunteers', 'volunteer-hours'], figures: [...rows('volunteers', Array.from({ length }, (_, at) => 28 + Math.floor((dayNumber(day(at)) - SAMPLE_EPOCH) / 60))), ...rows('volunteer-hours', Array.from({ length }, (_, at) => (new Date(`${day(at)}T00:00:00Z`).getUTCDay() === 6 ? 60 + ((dayNumber(day(at)) * 7) % 25) : 9 + ((dayNumber(day(at)) * 5) % 6))))], ...well },
  ];
}
