import { setImmediate as turn } from 'node:timers/promises';
import type { Engine, Session } from '../engine.ts';
import type { SignedTotal } from '../signed-total.ts';
import { PETITION } from './petition-row.ts';

/** The first and the last moment at which a petition was signed, whatever became of it. */
export async function signedSpan({ read }: Engine, petition: string): Promise<{ first: number; last: number } | undefined> {
  const [row] = await read.all<{ first: number | null; last: number | null }>(`SELECT min(signed_at) AS first, max(signed_at) AS last FROM signatures WHERE petition = ${PETITION}`, petition);
  return row?.first == null || row.last === null ? undefined : { first: row.first, last: row.last };
}

/** Milliseconds. The clocks of all countries differ by quarters of an hour, so that days of each can be made of these. */
const QUARTER = 900_000;

/** Signatures that one statement adds up, unless a single quarter has more: a store in a file works in the thread that answers people. */
const PART = 20_000;

export async function signedTotals({ read }: Engine, petition: string, from: number, to: number, most = PART): Promise<SignedTotal[]> {
  const totals: SignedTotal[] = [];
  for (let start = from; start < to; await turn()) {
    const [beyond] = await read.all<{ at: number }>(`SELECT signed_at AS at FROM signatures WHERE petition = ${PETITION} AND signed_at >= ? AND signed_at < ? ORDER BY signed_at, id LIMIT 1 OFFSET ?`, petition, start, to, most);
    const end = beyond ? Math.min(to, Math.max(quarterOf(beyond.at), quarterOf(start) + QUARTER)) : to;
    totals.push(...(await partOf(read, petition, start, end)));
    start = end;
  }
  return totals;
}

const quarterOf = (at: number): number => Math.floor(at / QUARTER) * QUARTER;

async function partOf(read: Session, petition: string, from: number, to: number): Promise<SignedTotal[]> {
  const rows = await read.all<Omit<SignedTotal, 'at'> & { quarter: number }>(
    `SELECT signed_at / ${QUARTER} AS quarter, lang, source, count(*) AS total FROM signatures WHERE petition = ${PETITION} AND state = 'valid' AND signed_at >= ? AND signed_at < ? GROUP BY signed_at / ${QUARTER}, lang, source`,
    petition, from, to,
  );
  return rows.map(({ quarter, lang, source, total }) => ({ at: quarter * QUARTER, lang, source, total }));
}

export async function fromNetwork({ read }: Engine, petition: string, network: string, since: number): Promise<number> {
  const [row] = await read.all<{ total: number }>(`SELECT count(*) AS total FROM signatures WHERE petition = ${PETITION} AND network = ? AND network <> '' AND signed_at >= ?`, petition, network, since);
  return row!.total;
}
