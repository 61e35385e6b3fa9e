import type { Engine } from '../engine.ts';
import { monthAfter } from './day-number.ts';
import { takeSource } from './source-row.ts';

/** Removes everything of a source, its standing too. Gives the number of figures that went. */
export function forget({ write }: Engine, name: string): Promise<number> {
  return write(async (session) => {
    const [known] = await session.all('SELECT id FROM sources WHERE name = ?', name);
    if (!known) return 0;
    const source = await takeSource(session, name);
    const own = 'series IN (SELECT id FROM series WHERE source = ?)';
    let removed = 0;
    // A month at a time: no statement runs for long, however much there is.
    for (const [month] of await session.lists<[number]>(`SELECT DISTINCT month FROM months WHERE ${own}`, source)) {
      for (const table of ['totals', 'figures']) removed += await session.run(`DELETE FROM ${table} WHERE day >= ? AND day < ? AND ${own}`, month, monthAfter(month), source);
    }
    for (const table of ['months', 'revisions']) await session.run(`DELETE FROM ${table} WHERE ${own}`, source);
    for (const table of ['gifts', 'mentions', 'series']) await session.run(`DELETE FROM ${table} WHERE source = ?`, source);
    await session.run('DELETE FROM sources WHERE id = ?', source);
    return removed;
  });
}

/** Whether no source has ever written or been asked. */
export async function isEmpty({ read }: Engine): Promise<boolean> {
  return (await read.all('SELECT 1 FROM sources LIMIT 1')).length === 0;
}
