import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Session, Value } from '../engine.ts';

/** How long a statement may wait for another process by itself, in ms; longer waits must not hold up everybody else. */
const SHORT_WAIT = 50;
/** Pages of the file kept in memory, in KiB. Twice as much makes nothing quicker, since the system keeps what it has room for. */
const CACHE = 65_536;

/** One open file, with every statement prepared once. */
export interface Connection extends Session {
  exec(sql: string): void;
  /** Ends a transaction that failed. A full disk has ended it already. */
  rollBack(): void;
  get<Row>(sql: string): Row;
  close(): void;
}

/** Opens the store's file. A connection that writes has every commit on disk when it returns. */
export function openConnection(path: string, { writes }: { writes: boolean }): Connection {
  const database = new DatabaseSync(path, { timeout: SHORT_WAIT, enableForeignKeyConstraints: true });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    // Checkpoints of 128 MB: a page that many commits touch is then copied once.
    database.exec(writes ? `PRAGMA cache_size = -${CACHE}; PRAGMA wal_autocheckpoint = 32768; PRAGMA temp_store = FILE` : 'PRAGMA query_only = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string, lists = false) => {
    const name = lists ? `lists ${sql}` : sql;
    let statement = statements.get(name);
    if (!statement) {
      statements.set(name, (statement = database.prepare(translated(sql))));
      statement.setReturnArrays(lists);
    }
    return statement;
  };
  return {
    all: async <Row>(sql: string, ...values: Value[]) => prepared(sql).all(...values.map(bound)) as Row[],
    lists: async <Row extends readonly unknown[]>(sql: string, ...values: Value[]) => prepared(sql, true).all(...values.map(bound)) as unknown[] as Row[],
    run: async (sql, ...values) => Number(prepared(sql).run(...values.map(bound)).changes),
    async insert(table, rows, then = '') {
      const names = Object.keys(table.columns);
      const statement = prepared(`INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ${then}`);
      for (const row of rows) statement.run(...row);
    },
    // The one writer sees every number that was given.
    async numbers(table, count) {
      const { last } = prepared(`SELECT coalesce(max(id), 0) AS last FROM ${table}`).get() as { last: number };
      return Array.from({ length: count }, (_, index) => last + 1 + index);
    },
    exec: (sql) => database.exec(sql),
    rollBack: () => database.isTransaction && database.exec('ROLLBACK'),
    get: <Row>(sql: string) => prepared(sql).get() as Row,
    close: () => database.close(),
  };
}

const bound = (value: Value) => (Array.isArray(value) ? JSON.stringify(value) : (value as string | number | null));
const translated = (sql: string) => sql.replaceAll('AMONG ?', 'IN (SELECT value FROM json_each(?))').replaceAll(' FOR UPDATE', '');
