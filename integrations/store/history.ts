import type { Entity, EntityKind, Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { Mention } from '../../src/domain/mention.ts';

/** What writing changed: new in the history, with another value than before (the old one is kept as a revision), unchanged, and gone. */
export interface Written {
  added: number;
  revised: number;
  same: number;
  removed: number;
}

/** Where a source stands. Moments are milliseconds since 1970. */
export interface SourceStanding {
  source: string;
  /** Last attempt, and the last one that ended well. */
  askedAt: number;
  fetchedAt?: number | undefined;
  /** Up to this day nothing is missing any more. */
  completeThrough?: Day | undefined;
  /** The first day known, and the day to which an older stretch is still to be fetched. */
  since?: Day | undefined;
  backfill?: Day | undefined;
  ok: boolean;
  /** What to tell people: what came, or what went wrong and what to do. */
  says: string;
}

/** Figures added up for a period of days, months or weeks (named by their first day). */
export interface PeriodFigure {
  period: Day;
  source: string;
  metric: Metric;
  entity: Entity;
  value: number;
  /** Number of days that have a figure; the rest of the period is unknown. */
  days: number;
}

export interface SeriesWish extends Stretch {
  metrics?: readonly Metric[] | undefined;
  sources?: readonly string[] | undefined;
  /** One entity, `''` for everything; or all of one kind. */
  about: { entity: Entity } | { kind: EntityKind };
  /** Of a kind, so many entities: for each source and metric those with the highest sum in the months of the stretch. All when absent. */
  most?: number | undefined;
  by: 'day' | 'week' | 'month';
}

/** A value that was replaced by a later one of the same source. */
export interface Revision extends Figure {
  revisedAt: number;
}

/**
 * What is known of visibility, donations and volunteers, kept longer than the services keep it. Two engines keep it, one
 * contract test holds both. Every method rejects with a `StoreFault` when the store cannot do it, and then nothing of it
 * has happened. Sums by month are kept in the transaction that changes their days.
 */
export interface History {
  /**
   * Writes what a source says about these days and metrics. Whatever it said of them before and does not say now is
   * removed, as a revision. In one transaction.
   */
  write(source: string, about: Stretch & { metrics: readonly Metric[] }, figures: readonly Omit<Figure, 'source'>[], at: number): Promise<Written>;
  /** Adds to what is there, for counters that count up; no revisions. */
  add(source: string, figures: readonly Omit<Figure, 'source'>[]): Promise<void>;
  /**
   * Writes gifts by their keys and keeps the figures `gifts` and `gift-sum` of their days, by currency, kind and
   * campaign. With `whole`, gifts of that source in the stretch that are not among them are removed.
   */
  writeGifts(source: string, gifts: readonly Gift[], at: number, whole?: Stretch): Promise<Written>;
  /** Gifts in the order of their days, for medians; all sources. */
  gifts(stretch: Stretch): Promise<(Gift & { source: string })[]>;
  /** Writes mentions by their keys and keeps the figure `mentions` of their days. */
  writeMentions(source: string, mentions: readonly Mention[], at: number): Promise<Written>;
  /** Newest first. */
  mentions(stretch: Stretch, most: number): Promise<(Mention & { source: string })[]>;

  /** In the order of periods; a period without any known day is absent. `followers` and `volunteers` are the last value known in the period. */
  series(wish: SeriesWish): Promise<PeriodFigure[]>;
  /** Newest first. */
  revisions(stretch: Stretch, most: number): Promise<Revision[]>;

  standings(): Promise<SourceStanding[]>;
  setStanding(standing: SourceStanding): Promise<void>;
  /** Whether nothing is in it yet. */
  isEmpty(): Promise<boolean>;
  /** Removes everything of a source. Returns the number of figures. */
  forget(source: string): Promise<number>;

  /** Everything as lines of JSON, the first of which names the format; what `importLines` reads. */
  exportLines(): AsyncIterable<string>;
  /** Takes lines of `exportLines`; the same twice changes nothing. Rejects with a `Refusal` that names the line that is at fault; what stood before it is kept, and importing again goes on. */
  importLines(lines: AsyncIterable<string>, at: number): Promise<Written>;
  /** Runs `work` while nobody else, in any process, holds the lock of this name; undefined when somebody does. */
  alone<T>(name: string, work: () => Promise<T>): Promise<{ result: T } | undefined>;
}
