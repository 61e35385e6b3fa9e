import type { Stretch } from '../../../src/domain/figure.ts';
import type { Mention } from '../../../src/domain/mention.ts';
import type { Engine, Session } from '../engine.ts';
import type { Written } from '../history.ts';
import { MENTIONS } from '../history-tables.ts';
import { cleanText } from './clean-text.ts';
import { dayNumber, dayOf } from './day-number.ts';
import { changeFigures } from './figure-writing.ts';
import { keyedRows } from './keyed-rows.ts';
import { takeSource } from './source-row.ts';

const ROWS = keyedRows(MENTIONS);

/** Writes mentions by their keys and makes the figures of their days anew. */
export function writeMentions({ write }: Engine, name: string, mentions: readonly Mention[], at: number): Promise<Written> {
  return write(async (session) => changeMentions(session, await takeSource(session, name), mentions, at));
}

/** The same for a source that was taken. */
export async function changeMentions(session: Session, source: number, mentions: readonly Mention[], at: number): Promise<Written> {
  const { written, days } = await ROWS.replace(session, source, mentions.map((mention) => rowOf(source, mention)));
  await deriveFigures(session, source, days, at);
  return written;
}

const rowOf = (source: number, { key, day, title, url, outlet }: Mention) => [source, cleanText(key), dayNumber(day), cleanText(title), cleanText(url), cleanText(outlet)];

/** Counts the mentions of these days and makes that their figures; a day that has none any more has a figure of 0. */
async function deriveFigures(session: Session, source: number, days: readonly number[], at: number): Promise<void> {
  const rows = await session.all<{ day: number; count: number }>('SELECT day, count(*) AS count FROM mentions WHERE source = ? AND day AMONG ? GROUP BY day', source, days);
  const counts = new Map(rows.map(({ day, count }) => [day, count]));
  await changeFigures(session, source, days.map((day) => ({ day: dayOf(day), metric: 'mentions', entity: '', value: counts.get(day) ?? 0 })), at);
}

/** Newest first. */
export async function mentions({ read }: Engine, { from, to }: Stretch, most: number): Promise<(Mention & { source: string })[]> {
  const rows = await read.all<Omit<Mention, 'day' | 'key'> & { source: string; ref: string; day: number }>(
    `SELECT sources.name AS source, ref, day, title, url, outlet FROM mentions JOIN sources ON sources.id = mentions.source WHERE day >= ? AND day <= ? ORDER BY day DESC, ref LIMIT ?`, dayNumber(from), dayNumber(to), most,
  );
  return rows.map(({ ref, day, ...mention }) => ({ key: ref, day: dayOf(day), ...mention }));
}
