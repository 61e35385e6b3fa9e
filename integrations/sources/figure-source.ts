import type { Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { Mention } from '../../src/domain/mention.ts';

/** What a source knows of some days; each portion is written in one transaction, so that a refresh can stop after any of them. */
export type Portion = {
  days: Stretch;
  /** Up to this day nothing is missing any more, as far as the source says. */
  completeThrough?: Day | undefined;
  /** What people should know: rows that could not be read, a sampled answer. Never anything personal. */
  remarks?: readonly string[] | undefined;
} & (
  | { kind: 'figures'; metrics: readonly Metric[]; figures: readonly Omit<Figure, 'source'>[] }
  /** `whole`: these are all gifts of those days, and others vanished at the source. */
  | { kind: 'gifts'; gifts: readonly Gift[]; whole: boolean }
  | { kind: 'mentions'; mentions: readonly Mention[] }
);

/** A service or file that knows figures. It never writes; refresh does. */
export interface FigureSource {
  /** Small letters, digits, hyphens and slashes: `search-console`, `feeds/trouw`, `sheets/donations`. */
  readonly name: string;
  /** How many of the last days may still change, and are read again each time. */
  readonly trailing: number;
  /** How far back it can answer: a number of days before today, or `none` when it only knows the present. */
  readonly reach: number | 'none';
  /** Asks about these days, newest portion first. Rejects with a sentence for people; portions given before stay. */
  read(days: Stretch, signal: AbortSignal): AsyncIterable<Portion>;
}
