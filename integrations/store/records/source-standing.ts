import type { Engine, Session } from '../engine.ts';
import type { SourceStanding } from '../history.ts';
import { cleanText } from './clean-text.ts';

interface Row {
  name: string;
  asked_at: number;
  fetched_at: number | null;
  complete_through: string | null;
  since: string | null;
  backfill: string | null;
  ok: number;
  says: string;
}

const COLUMNS = ['asked_at', 'fetched_at', 'complete_through', 'since', 'backfill', 'ok', 'says'];

/** Where every source stands that was ever asked, in the order of their names. */
export async function standings({ read }: Engine): Promise<SourceStanding[]> {
  const rows = await read.all<Row>(`SELECT name, ${COLUMNS.join(', ')} FROM sources WHERE asked_at IS NOT NULL`);
  return rows.map(standingOf).sort((a, b) => (a.source < b.source ? -1 : 1));
}

export async function setStanding({ write }: Engine, standing: SourceStanding): Promise<void> {
  await write((session) => keepStanding(session, standing));
}

/** The same in a transaction that has begun. `unless` is `UNLESS_ASKED_SINCE` or nothing. */
export async function keepStanding(session: Session, { source, askedAt, fetchedAt, completeThrough, since, backfill, ok, says }: SourceStanding, unless = ''): Promise<void> {
  await session.run(
    `INSERT INTO sources (name, ${COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')} ${unless}`,
    source, askedAt, fetchedAt ?? null, completeThrough ?? null, since ?? null, backfill ?? null, Number(ok), cleanText(says),
  );
}

/** What follows when a standing was written out some time ago. */
export const UNLESS_ASKED_SINCE = 'WHERE sources.asked_at IS NULL OR sources.asked_at < excluded.asked_at';

function standingOf(row: Row): SourceStanding {
  return {
    source: row.name, askedAt: row.asked_at, fetchedAt: row.fetched_at ?? undefined, completeThrough: row.complete_through ?? undefined,
    since: row.since ?? undefined, backfill: row.backfill ?? undefined, ok: row.ok === 1, says: row.says,
  };
}
