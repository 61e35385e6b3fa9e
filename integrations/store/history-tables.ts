import type { Table } from './tables.ts';

/**
 * The tables of the history. Days are numbers (see `records/day-number.ts`), and a series is what one source counts of one
 * entity, so that a figure is three small numbers. `totals` has the figures of the entity `''`, `figures` all others:
 * what every page asks for lies close together. Nothing refers to a series by a constraint: that would be looked up for every figure.
 */
export const HISTORY_TABLES: readonly string[] = [
  `CREATE TABLE sources (id {number}, name TEXT NOT NULL UNIQUE, asked_at BIGINT, fetched_at BIGINT, complete_through TEXT, since TEXT, backfill TEXT, ok BIGINT, says TEXT)`,
  `CREATE TABLE series (id {number}, source BIGINT NOT NULL REFERENCES sources (id), metric TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL, UNIQUE (source, metric, entity))`,
  `CREATE INDEX series_entity ON series (kind, entity)`,
  `CREATE INDEX series_slice ON series (kind, metric, source)`,
  `CREATE TABLE totals (day INTEGER NOT NULL, series INTEGER NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (day, series)) {keyed}`,
  `CREATE TABLE figures (day INTEGER NOT NULL, series INTEGER NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (day, series)) {keyed}`,
  `CREATE TABLE months (month INTEGER NOT NULL, slice TEXT NOT NULL, series INTEGER NOT NULL, total BIGINT NOT NULL, days BIGINT NOT NULL, PRIMARY KEY (month, slice, series)) {keyed}`,
  `CREATE TABLE revisions (day INTEGER NOT NULL, series INTEGER NOT NULL, revised_at BIGINT NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (day, series, revised_at, value)) {keyed}`,
  `CREATE TABLE gifts (source BIGINT NOT NULL REFERENCES sources (id), ref TEXT NOT NULL, day INTEGER NOT NULL, currency TEXT NOT NULL, kind TEXT NOT NULL, amount BIGINT NOT NULL, refunded BIGINT NOT NULL, campaign TEXT NOT NULL, PRIMARY KEY (day, source, ref)) {keyed}`,
  `CREATE UNIQUE INDEX gifts_ref ON gifts (source, ref)`,
  `CREATE TABLE mentions (source BIGINT NOT NULL REFERENCES sources (id), ref TEXT NOT NULL, day INTEGER NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, outlet TEXT NOT NULL, PRIMARY KEY (day, source, ref)) {keyed}`,
  `CREATE UNIQUE INDEX mentions_ref ON mentions (source, ref)`,
  `CREATE TABLE additions (id {number}, mark TEXT NOT NULL UNIQUE)`,
];

/** What a source counts of an entity; `kind` is the entity's, `''` for everything. */
export const SERIES = { name: 'series', columns: { source: 'bigint', metric: 'text', kind: 'text', entity: 'text' } } as const satisfies Table;

const DAILY = { day: 'bigint', series: 'bigint', value: 'bigint' } as const;
export const TOTALS = { name: 'totals', columns: DAILY } as const satisfies Table;
export const FIGURES = { name: 'figures', columns: DAILY } as const satisfies Table;

/** The sum of a month’s days and how many have a figure; of what stands, the last value. A month is the number of its first day; a slice is a source’s series of one metric and kind, see `sliceOf`. */
export const MONTHS = { name: 'months', columns: { month: 'bigint', slice: 'text', series: 'bigint', total: 'bigint', days: 'bigint' } } as const satisfies Table;

/** Values that were replaced, and when. */
export const REVISIONS = { name: 'revisions', columns: { day: 'bigint', series: 'bigint', revised_at: 'bigint', value: 'bigint' } } as const satisfies Table;

export const GIFTS = {
  name: 'gifts',
  columns: { source: 'bigint', ref: 'text', day: 'bigint', currency: 'text', kind: 'text', amount: 'bigint', refunded: 'bigint', campaign: 'text' },
} as const satisfies Table;

export const MENTIONS = { name: 'mentions', columns: { source: 'bigint', ref: 'text', day: 'bigint', title: 'text', url: 'text', outlet: 'text' } } as const satisfies Table;
