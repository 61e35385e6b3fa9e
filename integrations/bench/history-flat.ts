import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { FillingRun } from './history-filling.ts';
import { DAYS, madeSources } from './made-figures.ts';
import { peakMemory } from './own-cost.ts';

/** Rows of one transaction. */
const PART = 10_000;
const TABLE = `(day TEXT NOT NULL, source TEXT NOT NULL, metric TEXT NOT NULL, entity TEXT NOT NULL, value BIGINT NOT NULL, PRIMARY KEY (day, source, metric, entity))`;
const UPSERT = 'ON CONFLICT (day, source, metric, entity) DO UPDATE SET value = excluded.value';

interface Flat {
  exec(sql: string): Promise<unknown>;
  insert(row: readonly (string | number)[]): Promise<unknown>;
  close(): Promise<unknown>;
}

function flatFile(): Flat {
  const database = new DatabaseSync(join(process.env['DATA_DIR']!, 'flat.sqlite'));
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE flat ${TABLE} WITHOUT ROWID`);
  const statement = database.prepare(`INSERT INTO flat VALUES (?, ?, ?, ?, ?) ${UPSERT}`);
  return { exec: async (sql) => database.exec(sql), insert: async (row) => statement.run(...row), close: async () => database.close() };
}

async function flatTable(url: string): Promise<Flat> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP TABLE IF EXISTS flat; CREATE TABLE flat ${TABLE}`);
  return { exec: (sql) => client.query(sql), insert: (row) => client.query({ name: 'flat', text: `INSERT INTO flat VALUES ($1, $2, $3, $4, $5) ${UPSERT}`, values: [...row] }), close: async () => (await client.query('DROP TABLE flat'), client.end()) };
}

// What somebody writes who needs no sums, no revisions and no removal. A program of its own, because memory that somebody else took would count.
const wished = Number(process.argv[2]);
const started = performance.now();
const flat = process.env['DATABASE_URL'] ? await flatTable(process.env['DATABASE_URL']) : flatFile();
let figures = 0;
await flat.exec('BEGIN');
for (let place = 0; place < DAYS; place++) {
  for (const { source, figures: made } of madeSources(Math.ceil(wished / DAYS))) {
    for (const { day, metric, entity, value } of made(place)) {
      await flat.insert([day, source, metric, entity, value]);
      if (++figures % PART === 0) await flat.exec('COMMIT; BEGIN');
    }
  }
}
await flat.exec('COMMIT');
await flat.close();
const { user, system } = process.cpuUsage();
const run: FillingRun = { figures, cpu: Number(((user + system) / 1e6).toFixed(1)), wall: Number(((performance.now() - started) / 1000).toFixed(1)), memory: peakMemory() };
console.log(JSON.stringify(run));
