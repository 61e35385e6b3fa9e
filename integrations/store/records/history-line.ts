import { METRICS, type Figure } from '../../../src/domain/figure.ts';
import type { Gift } from '../../../src/domain/gift.ts';
import { isDay } from '../../../src/domain/instant.ts';
import type { Mention } from '../../../src/domain/mention.ts';
import type { Revision, SourceStanding } from '../history.ts';

/** The first line of every history that was written out. */
export const HISTORY_FORMAT = '{"history":1}';

/** One line of it: an object with one name, which says what it is. */
export type HistoryLine =
  | { standing: SourceStanding }
  | { figure: Figure }
  | { revision: Revision }
  | { gift: Gift & { source: string } }
  | { mention: Mention & { source: string } };

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const name: Check = (value) => typeof value === 'string' && value !== '';
const whole: Check = Number.isSafeInteger;
const day: Check = (value) => typeof value === 'string' && isDay(value);
const either = (...checks: Check[]): Check => (value) => checks.some((check) => check(value));
const absent: Check = (value) => value === undefined;
const oneOf = (...words: readonly unknown[]): Check => (value) => words.includes(value);

const FIGURE = { day, source: name, metric: oneOf(...METRICS), entity: text, value: Number.isFinite as Check };
const SHAPES: Record<string, Record<string, Check>> = {
  standing: { source: name, askedAt: whole, fetchedAt: either(whole, absent), completeThrough: either(day, absent), since: either(day, absent), backfill: either(day, absent), ok: oneOf(true, false), says: text },
  figure: FIGURE,
  revision: { ...FIGURE, revisedAt: whole },
  gift: { source: name, key: name, day, currency: name, kind: oneOf('once', 'monthly'), amount: whole, refunded: whole, campaign: text },
  mention: { source: name, key: name, day, title: text, url: text, outlet: text },
};

/** Reads a line. Gives a sentence about what is wrong with one that cannot be read. */
export function readHistoryLine(line: string): HistoryLine | string {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return 'it is not whole, or no JSON';
  }
  const [[kind, value] = ['', undefined], ...more] = Object.entries(read ?? {}) as [string, unknown][];
  const shape = Object.hasOwn(SHAPES, kind) && more.length === 0 ? SHAPES[kind]! : undefined;
  if (!shape || typeof value !== 'object' || value === null) return `it is none of ${Object.keys(SHAPES).join(', ')}`;
  const wrong = Object.entries(shape).find(([field, check]) => !check((value as Record<string, unknown>)[field]));
  return wrong ? `“${wrong[0]}” of its ${kind} is missing or wrong` : (read as HistoryLine);
}
