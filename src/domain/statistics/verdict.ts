/**
 * What can be said about a link. `likely`: likely more than chance, which is no cause. `no-sign`: nothing was seen although
 * a modest effect would have been. Everything else is `cannot-tell`.
 */
export const VERDICTS = ['likely', 'cannot-tell', 'no-sign'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What chance would show this seldom is called likely more than chance. A little stricter than the usual 1 in 20, because
 * a season is never removed completely, and unrelated figures must not be taken for a link more often than that.
 */
export const LEVEL = 0.04;
/** An effect is called one that the figures could have shown when they would have shown it so often: the usual 4 in 5. */
export const POWER = 0.8;

/** Why a finding is to be read with care; numbers for the sentence, words are made where they are shown. */
export type Caution =
  /** Fewer publications than make a finding likely even for a great effect. */
  | { kind: 'few-publications'; count: number; wanted: number }
  /** Publications whose two weeks before or after hold another publication. */
  | { kind: 'overlaps'; count: number; of: number }
  /** Publications with another known event in the two weeks after. */
  | { kind: 'other-events'; count: number }
  /** Publications left out because too many days around them are unknown, or lie outside the figures. */
  | { kind: 'left-out'; count: number }
  | { kind: 'unknown-days'; count: number; of: number }
  | { kind: 'method-break'; count: number }
  /** Known for too short a time to tell the year from a trend. */
  | { kind: 'season-unknown'; weeks: number }
  | { kind: 'few-weeks'; weeks: number; wanted: number }
  /** So few in a week that chance weighs heavily. */
  | { kind: 'small-numbers'; perWeek: number }
  /** As many metrics were examined at once; of 20 without any link one seems to have one. */
  | { kind: 'several-questions'; count: number };
