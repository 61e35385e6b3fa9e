import { hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Session, Value } from '../engine.ts';
import type { Table } from '../tables.ts';

/** One connection; every statement is prepared on it once. */
export function clientSession(client: Pick<ClientBase, 'query'>): Session {
  const query = (sql: string, values: readonly unknown[]) => client.query({ ...preparedText(sql), values: [...values] });
  return {
    all: async <Row>(sql: string, ...values: Value[]) => (await query(sql, values)).rows as Row[],
    lists: async <Row extends readonly unknown[]>(sql: string, ...values: Value[]) => (await client.query<unknown[]>({ ...preparedText(sql), values: [...values], rowMode: 'array' })).rows as unknown[] as Row[],
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
    async insert(table, rows, then = '') {
      if (rows.length === 0) return;
      // Column by column, so that the statement is the same for any number of rows.
      await query(insertText(table, then), Object.keys(table.columns).map((_, column) => rows.map((row) => row[column])));
    },
    async numbers(table, count) {
      const { rows } = await query(`SELECT nextval(pg_get_serial_sequence('${table}', 'id')) AS number FROM generate_series(1, ?)`, [count]);
      return (rows as { number: number }[]).map(({ number }) => number);
    },
  };
}

const texts = new Map<string, { name: string; text: string }>();

function preparedText(sql: string): { name: string; text: string } {
  let known = texts.get(sql);
  if (!known) {
    let place = 0;
    const text = sql.replace(/AMONG \?|\?/g, (mark) => (mark === '?' ? `$${++place}` : `= ANY($${++place})`));
    // Named by content: behind a pool of connections, programs share what is prepared.
    texts.set(sql, (known = { name: hash('sha256', text, 'hex').slice(0, 32), text }));
  }
  return known;
}

function insertText({ name, columns }: Table, then: string): string {
  const types = Object.values(columns).map((type) => `?::${type}[]`);
  return `INSERT INTO ${name} (${Object.keys(columns).join(', ')}) SELECT * FROM unnest(${types.join(', ')}) ${then}`;
}
