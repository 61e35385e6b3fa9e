import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Engine, Session } from '../engine.ts';
import type { Leased, Ledger, Passed } from '../ledger.ts';
import { noChange } from './counter.ts';
import { isPassedOn } from './restating.ts';
import { PETITION, takePetition, takePetitions } from './petition-row.ts';
import { SIGNING_COLUMNS, signingOf, type SigningRow } from './signing-row.ts';

/** Takes on what is due, the longest due first. The petitions are taken, so no two owners ever get the same. */
export async function lease({ read, write }: Engine, { petitions, owner, most, now, until }: Parameters<Ledger['lease']>[0]): Promise<Leased[]> {
  const busy = await read.all<{ slug: string }>(
    `SELECT DISTINCT slug FROM petitions JOIN counts ON counts.petition = petitions.id WHERE slug AMONG ? AND kind = 'relay' AND name IN ('waiting', 'sending') AND total > 0`,
    petitions,
  );
  if (busy.length === 0) return [];
  return write(async (session) => {
    const slugs = await takePetitions(session, busy.map(({ slug }) => slug));
    const due: Due[] = [];
    for (const [slug, petition] of slugs) for (const relay of ['waiting', 'sending'] as const) due.push(...(await dueIn(session, { slug, petition, relay, now, most })));
    const taken = due.sort((a, b) => a.due - b.due || a.id - b.id).slice(0, most);
    const rows = await session.all<SigningRow & { attempts: number }>(`SELECT ${SIGNING_COLUMNS}, attempts FROM signatures WHERE id AMONG ?`, taken.map(({ id }) => id));
    await session.run(`UPDATE signatures SET relay = 'sending', owner = ?, due = ?, attempts = attempts + 1, relay_reason = NULL WHERE id AMONG ?`, owner, until, taken.map(({ id }) => id));
    for (const [slug, petition] of slugs) {
      const change = noChange();
      for (const { relay } of taken.filter((one) => one.slug === slug)) move(change, relay, 'sending');
      await change.write(session, petition);
    }
    const byId = new Map(rows.map((row) => [row.id, row]));
    return taken.map(({ id, slug }) => {
      const row = byId.get(id)!;
      return { id: String(id), petition: slug, ref: row.ref ?? '', signedAt: row.signed_at, attempts: row.attempts, ...signingOf(row) };
    });
  });
}

interface Due {
  id: number;
  due: number;
  slug: string;
  relay: RelayState;
}

async function dueIn(session: Session, { slug, petition, relay, now, most }: { slug: string; petition: number; relay: RelayState; now: number; most: number }): Promise<Due[]> {
  const rows = await session.all<{ id: number; due: number }>('SELECT id, due FROM signatures WHERE petition = ? AND relay = ? AND due <= ? ORDER BY due, id LIMIT ?', petition, relay, now, most);
  return rows.map((row) => ({ ...row, slug, relay }));
}

const move = (change: ReturnType<typeof noChange>, from: RelayState, to: RelayState, by = 1) => {
  change.relay(from, -by);
  change.relay(to, by);
};

/** Notes how an attempt ended. Of an owner whose lease has passed to another, or of what was seen meanwhile, nothing is noted. */
export async function passed({ write }: Engine, id: string, owner: string, outcome: Passed): Promise<void> {
  await write(async (session) => {
    const [place] = await session.all<{ slug: string }>('SELECT slug FROM petitions WHERE id = (SELECT petition FROM signatures WHERE id = ?)', Number(id));
    if (!place) return;
    const petition = await takePetition(session, place.slug);
    const [leased] = await session.all<{ state: SignatureState; due: number }>(`SELECT state, due FROM signatures WHERE id = ? AND relay = 'sending' AND owner = ?`, Number(id), owner);
    if (!leased) return;
    // A reviewer has taken it out meanwhile.
    const to = outcome.to === 'waiting' && !isPassedOn(leased.state) ? 'none' : outcome.to;
    const due = { none: null, sent: outcome.to === 'sent' ? outcome.at : null, waiting: outcome.to === 'waiting' ? outcome.next : null, rejected: leased.due }[to];
    await session.run('UPDATE signatures SET relay = ?, due = ?, relay_reason = ?, owner = NULL WHERE id = ?', to, due, outcome.to === 'sent' ? null : outcome.reason, Number(id));
    const change = noChange();
    move(change, 'sending', to);
    await change.write(session, petition);
  });
}

/** Sends again what was sent before `before` and has not been seen at the form. */
export const resendUnseen = (engine: Engine, petition: string, before: number, now: number): Promise<number> => waitAgain(engine, petition, 'sent', before, now);

/** Another try for what the form refused, from its first attempt on. */
export const retryRejected = (engine: Engine, petition: string, now: number): Promise<number> => waitAgain(engine, petition, 'rejected', Number.MAX_SAFE_INTEGER, now);

async function waitAgain({ write }: Engine, slug: string, from: 'sent' | 'rejected', before: number, now: number): Promise<number> {
  return write(async (session) => {
    const petition = await takePetition(session, slug);
    const changed = await session.run(
      `UPDATE signatures SET relay = 'waiting', due = ?, owner = NULL, relay_reason = NULL, attempts = CASE WHEN relay = 'rejected' THEN 0 ELSE attempts END WHERE petition = ? AND relay = ? AND due < ? AND state IN ('valid', 'duplicate')`,
      now, petition, from, before,
    );
    const change = noChange();
    move(change, from, 'waiting', changed);
    await change.write(session, petition);
    return changed;
  });
}

/** What the form will not take, for a person to look at. */
export async function rejected({ read }: Engine, petition: string): Promise<{ ref: string; reason: string; attempts: number }[]> {
  const rows = await read.all<{ ref: string; reason: string | null; attempts: number }>(
    `SELECT ref, relay_reason AS reason, attempts FROM signatures WHERE petition = ${PETITION} AND relay = 'rejected' AND due IS NOT NULL ORDER BY id`,
    petition,
  );
  return rows.map(({ ref, reason, attempts }) => ({ ref, reason: reason ?? '', attempts }));
}
