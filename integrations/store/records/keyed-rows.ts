import type { Session } from '../engine.ts';
import type { Written } from '../history.ts';
import type { GIFTS, MENTIONS } from '../history-tables.ts';

type Row = readonly (string | number)[];

/** Rows of sources that have a key of their own: gifts, mentions. Their columns begin with source, key (`ref`) and day. */
export interface KeyedRows {
  /** Writes rows of a source that was taken; of those with the same key the last. With `whole`, others between these days go. Gives the days on which anything changed. */
  replace(session: Session, source: number, rows: readonly Row[], whole?: readonly [number, number]): Promise<{ written: Written; days: number[] }>;
}

const [REF, DAY] = [1, 2];

export function keyedRows(table: typeof GIFTS | typeof MENTIONS): KeyedRows {
  const columns = Object.keys(table.columns);
  const updates = columns.slice(DAY).map((column) => `${column} = excluded.${column}`).join(', ');
  const read = async (session: Session, where: string, ...values: (number | readonly string[])[]) =>
    (await session.all<Record<string, string | number>>(`SELECT ${columns.join(', ')} FROM ${table.name} WHERE source = ? AND ${where}`, ...values)).map((row): Row => columns.map((column) => row[column]!));
  return {
    async replace(session, source, rows, whole) {
      const wanted = new Map(rows.map((row) => [String(row[REF]), row]));
      const known = new Map((await read(session, 'ref AMONG ?', source, [...wanted.keys()])).map((row) => [row[REF], row]));
      const written: Written = { added: 0, revised: 0, same: 0, removed: 0 };
      const changed: Row[] = [];
      const days = new Set<number>();
      for (const row of wanted.values()) {
        const old = known.get(row[REF]!);
        const same = old?.every((value, column) => value === row[column]);
        written[!old ? 'added' : same ? 'same' : 'revised'] += 1;
        if (same) continue;
        changed.push(row);
        for (const one of old ? [old, row] : [row]) days.add(one[DAY] as number);
      }
      const gone = whole ? (await read(session, 'day >= ? AND day <= ?', source, ...whole)).filter((row) => !wanted.has(String(row[REF]))) : [];
      written.removed = gone.length;
      for (const row of gone) days.add(row[DAY] as number);
      await session.insert(table, changed, `ON CONFLICT (source, ref) DO UPDATE SET ${updates}`);
      if (gone.length > 0) await session.run(`DELETE FROM ${table.name} WHERE source = ? AND ref AMONG ?`, source, gone.map((row) => row[REF]!));
      return { written, days: [...days] };
    },
  };
}
