import { dayNumber, daysLater } from '../../src/domain/calendar-day.ts';
import type { Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { MethodBreak } from '../../src/domain/periods/method-break.ts';
import type { Target } from '../../src/domain/periods/target.ts';
import type { Publication } from '../../src/domain/publication.ts';
import type { History } from '../store/history.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { sampleFigures, type SampleFigures } from './sample-figures.ts';
import { sampleGifts } from './sample-gifts.ts';
import { sampleMentions } from './sample-mentions.ts';
import { expectedDays, SAMPLE_NATURES } from './sample-model.ts';
import { samplePublications } from './sample-publications.ts';

/** What belongs to the invented figures and is shown beside them. */
export interface SampleSurroundings {
  stretch: Stretch;
  /** The organisation’s own and invented ones. */
  publications: Publication[];
  breaks: MethodBreak[];
  targets: Target[];
  /** Other things that happened. */
  others: { day: Day; text: string; lang: string }[];
}

export interface SampleWish {
  /** Last day of the figures, which go back three years. */
  until: Day;
  /** What the organisation really published. */
  publications: readonly Publication[];
  /** When they are written, milliseconds since 1970. */
  at: number;
  seed?: number | undefined;
}

const DAYS = 3 * 365 + 1;
/** Fixed, as whatever happened is. */
const RECOUNTED_FROM = '2025-09-28';
/** Picked among the first few, so that every verdict agrees with the truth and newcomers are not puzzled first; chance alone misses now and then. */
const SEED = 4;
/** Sources of invented figures begin so, and `history.forget` takes each of them away again. */
export const SAMPLE_PREFIX = 'sample/';

/** What surrounds the invented figures, without writing anything: the same for the same wish. */
export function sampleSurroundings({ until, publications, seed = SEED }: Omit<SampleWish, 'at'>): SampleSurroundings {
  const stretch = { from: daysLater(until, 1 - DAYS), to: until };
  const year = until.slice(0, 4);
  return {
    stretch, publications: samplePublications(publications, stretch, seed),
    breaks: [{ day: RECOUNTED_FROM, metric: 'video-views', text: 'Invented: the video service counts every start as a view from this day on.' }],
    targets: [
      { metric: 'gifts', entity: '', value: 4500, from: `${year}-01-01`, to: `${year}-12-31` },
      { metric: 'applications', entity: '', value: 800, from: `${year}-01-01`, to: `${year}-12-31` },
    ],
    others: [{ day: '2025-07-12', text: 'Invented: a television programme about the reception centre.', lang: 'en' }, { day: '2026-08-20', text: 'Invented: a letter to all donors.', lang: 'en' }],
  };
}

/**
 * Writes three years of invented figures under sources named `sample/…`: what `SAMPLE_NATURES` says, drawn by chance from
 * a seed, with a service that failed for nine days, one that fails now, a new way of counting, refunds, and lira beside
 * euros. The same wish writes the same again, and on a later
 * day what happened before stays as it was. Rejects as the history does.
 */
export async function writeSampleHistory(history: History, wish: SampleWish): Promise<SampleSurroundings> {
  const surroundings = sampleSurroundings(wish);
  const { stretch, publications } = surroundings;
  const days = [...new Set(publications.map(({ day }) => dayNumber(day)))];
  const { seed = SEED, at } = wish;
  const expected = (metric: keyof typeof SAMPLE_NATURES, chance: Chance) => expectedDays(SAMPLE_NATURES[metric], stretch, days, chance);
  for (const figures of sampleFigures(surroundings, seed, expected)) await writeFigures(history, figures, stretch, at);
  const [ofGifts, ofMentions] = [chanceFrom(seed + 101), chanceFrom(seed + 102)];
  const code = (day: Day) => codeOf(publications, day);
  await history.writeGifts(`${SAMPLE_PREFIX}gifts`, sampleGifts(stretch.from, expected('gifts', ofGifts), code, seed + 101), at, stretch);
  await history.writeMentions(`${SAMPLE_PREFIX}mentions`, sampleMentions(stretch.from, expected('mentions', ofMentions), seed + 102), at);
  for (const source of ['gifts', 'mentions']) await history.setStanding({ source: SAMPLE_PREFIX + source, askedAt: at, fetchedAt: at, completeThrough: stretch.to, since: stretch.from, ok: true, says: 'Invented for the sample organisation.' });
  return surroundings;
}

async function writeFigures(history: History, { source, metrics, figures, completeThrough, says }: SampleFigures, stretch: Stretch, at: number): Promise<void> {
  await history.write(source, { ...stretch, metrics }, figures satisfies readonly Omit<Figure, 'source'>[], at);
  await history.setStanding({ source, askedAt: at, fetchedAt: at - (dayNumber(stretch.to) - dayNumber(completeThrough)) * 864e5, completeThrough, since: stretch.from, ok: completeThrough === stretch.to, says });
}

/** The latest publication within four weeks before is what people link to. */
function codeOf(publications: readonly Publication[], day: Day): string | undefined {
  const recent = publications.findLast((publication) => publication.day <= day && publication.day > daysLater(day, -28));
  return recent?.entity.split('/').at(-1);
}

export type ExpectedOf = (metric: keyof typeof SAMPLE_NATURES & Metric, chance: Chance) => number[];
