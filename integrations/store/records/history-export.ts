import type { Figure } from '../../../src/domain/figure.ts';
import type { Engine, Session } from '../engine.ts';
import type { Revision } from '../history.ts';
import { dayOf } from './day-number.ts';
import { gifts } from './gift-row.ts';
import { HISTORY_FORMAT, type HistoryLine } from './history-line.ts';
import { mentions } from './mention-row.ts';
import { standings } from './source-standing.ts';
import { valueOf } from './units.ts';

/**
 * Everything, a day at a time: it takes no memory, and nobody waits for it. Figures come before the gifts and mentions
 * that are counted in them, so that an import finds them counted; the same history has the same lines in either engine.
 */
export async function* exportLines(engine: Engine): AsyncGenerator<string> {
  yield HISTORY_FORMAT;
  for (const standing of await standings(engine)) yield lineOf({ standing });
  for await (const day of daysIn(engine.read, 'totals', 'figures')) for (const figure of await figuresOf(engine.read, day)) yield lineOf({ figure });
  for await (const day of daysIn(engine.read, 'revisions')) for (const revision of await revisionsOf(engine.read, day)) yield lineOf({ revision });
  for await (const day of daysIn(engine.read, 'gifts')) for (const gift of sorted(await gifts(engine, dayAlone(day)), ({ source, key }) => [source, key])) yield lineOf({ gift });
  for await (const day of daysIn(engine.read, 'mentions')) for (const mention of sorted(await mentions(engine, dayAlone(day), Number.MAX_SAFE_INTEGER), ({ source, key }) => [source, key])) yield lineOf({ mention });
}

const lineOf = (line: HistoryLine) => JSON.stringify(line);
const dayAlone = (day: number) => ({ from: dayOf(day), to: dayOf(day) });

/** Days that have any row in these tables, in order. */
async function* daysIn(read: Session, ...tables: readonly string[]): AsyncGenerator<number> {
  for (let last = -1; ; ) {
    const next = await Promise.all(tables.map(async (table) => (await read.all<{ day: number | null }>(`SELECT min(day) AS day FROM ${table} WHERE day > ?`, last))[0]!.day ?? Infinity));
    last = Math.min(...next);
    if (last === Infinity) return;
    yield last;
  }
}

const NAMES = 'sources.name AS source, metric, entity';
const JOINS = (table: string) => `FROM ${table} CROSS JOIN series CROSS JOIN sources WHERE series.id = ${table}.series AND sources.id = series.source AND day = ?`;

async function figuresOf(read: Session, day: number): Promise<Figure[]> {
  const half = (table: string) => `SELECT ${NAMES}, value ${JOINS(table)}`;
  const rows = await read.all<Omit<Figure, 'day'>>(`${half('totals')} UNION ALL ${half('figures')}`, day, day);
  return sorted(rows.map(({ source, metric, entity, value }) => ({ day: dayOf(day), source, metric, entity, value: valueOf(metric, value) })), ({ source, metric, entity }) => [source, metric, entity]);
}

async function revisionsOf(read: Session, day: number): Promise<Revision[]> {
  const rows = await read.all<Omit<Figure, 'day'> & { revised_at: number }>(`SELECT ${NAMES}, value, revised_at ${JOINS('revisions')}`, day);
  return sorted(rows.map(({ source, metric, entity, value, revised_at }) => ({ day: dayOf(day), source, metric, entity, value: valueOf(metric, value), revisedAt: revised_at })), ({ source, metric, entity, revisedAt, value }) => [source, metric, entity, revisedAt, value]);
}

/** Databases put words in different orders; this is the same everywhere. */
function sorted<Row>(rows: readonly Row[], keyOf: (row: Row) => readonly (string | number)[]): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ row }) => row);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const place = a.findIndex((part, index) => part !== b[index]);
  return place === -1 ? 0 : a[place]! < b[place]! ? -1 : 1;
}
