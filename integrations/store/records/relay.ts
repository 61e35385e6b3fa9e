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
    const found: Due[] = [];
    for (const [slug, petition] of slugs) for (const relay of ['waiting', 'sending'] as const) found.push(...(await dueIn(session, { slug, petition, relay, now, most })));
    // A lease that ended without a word may be of one that a reviewer has taken out meanwhile.
    const takenOut = found.filter(({ state }) => !isPassedOn(state));
    const taken = found.filter(({ state }) => isPassedOn(state)).sort((a, b) => a.due - b.due || a.id - b.id).slice(0, most);
    const rows = await session.all<SigningRow & { attempts: number }>(`SELECT ${SIGNING_COLUMNS}, attempts FROM signatures WHERE id AMONG ?`, taken.map(({ id }) => id));
    await session.run(`UPDATE signatures SET relay = 'sending', owner = ?, due = ?, relay_reason = NULL WHERE id AMONG ?`, owner, until, taken.map(({ id }) => id));
    await session.run(`UPDATE signatures SET relay = 'none', owner = NULL, due = NULL WHERE id AMONG ?`, takenOut.map(({ id }) => id));
    for (const [slug, petition] of slugs) {
      const change = noChange();
      for (const { relay } of taken.filter((one) => one.slug === slug)) move(change, relay, 'sending');
      for (const { relay } of takenOut.filter((one) => one.slug === slug)) move(change, relay, 'none');
      await change.write(session, petition);
    }
    const byId = new Map(rows.map((row) => [row.id, row]));
    return taken.map(({ id, due, slug }) => {
      const row = byId.get(id)!;
      return { id: String(id), petition: slug, ref: row.ref ?? '', signedAt: row.signed_at, due, attempts: row.attempts, ...signingOf(row) };
    });
  });
}

interface Due {
  id: number;
  due: number;
  slug: string;
  state: SignatureState;
  relay: RelayState;
}

/** Nothing is ever put off for longer, in ms: what is due later was written before the clock was set back, and is due now. */
const LONGEST_WAIT = 86_400_000;

async function dueIn(session: Session, { slug, petition, relay, now, most }: { slug: string; petition: number; relay: RelayState; now: number; most: number }): Promise<Due[]> {
  const between = (from: number, to: number) =>
    session.all<{ id: number; due: number; state: SignatureState }>('SELECT id, due, state FROM signatures WHERE petition = ? AND relay = ? AND due > ? AND due <= ? ORDER BY due, id LIMIT ?', petition, relay, from, to, most);
  const rows = [...(await between(Number.MIN_SAFE_INTEGER, now)), ...(await between(now + LONGEST_WAIT, Number.MAX_SAFE_INTEGER))];
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
    const goesOn = 'next' in outcome;
    const to = !goesOn ? outcome.to : isPassedOn(leased.state) ? 'waiting' : 'none';
    const due = { none: null, sent: outcome.to === 'sent' ? outcome.at : null, waiting: goesOn ? outcome.next : null, rejected: leased.due }[to];
    await session.run(
      'UPDATE signatures SET relay = ?, due = ?, relay_reason = ?, owner = NULL, attempts = attempts + ?, taken = taken + ? WHERE id = ?',
      to, due, 'reason' in outcome ? outcome.reason : null, outcome.to === 'untried' ? 0 : 1, outcome.to === 'sent' ? 1 : 0, Number(id),
    );
    const change = noChange();
    move(change, 'sending', to);
    await change.write(session, petition);
  });
}

/** A form that never shows what it takes would get the same again and again; when it took it so often, a person has to look. */
const OFTEN_TAKEN = 10;
const NEVER_SEEN = `The form took it ${OFTEN_TAKEN} times, and it was never seen among its answers. Let the doctor look whether “ref” in petition.yml is the form’s question.`;

/** Sends again what was sent before `before` and has not been seen at the form, and what was sent by a clock that was set back since. */
export async function resendUnseen({ write }: Engine, slug: string, before: number, now: number): Promise<number> {
  return mostOf(write, async (session) => {
    const petition = await takePetition(session, slug);
    const unseen = `petition = ? AND relay = 'sent' AND (due < ? OR due > ?) AND state IN ('valid', 'duplicate')`;
    const given = await session.run(`UPDATE signatures SET relay = 'rejected', relay_reason = ? WHERE ${unseen} AND taken >= ${OFTEN_TAKEN}`, NEVER_SEEN, petition, before, now + LONGEST_WAIT);
    const again = await session.run(`UPDATE signatures SET relay = 'waiting', due = ? WHERE ${unseen}`, now, petition, before, now + LONGEST_WAIT);
    const change = noChange();
    move(change, 'sent', 'rejected', given);
    move(change, 'sent', 'waiting', again);
    await change.write(session, petition);
    return again;
  });
}

/** Another try for what the form refused, from its first attempt on. */
export async function retryRejected({ write }: Engine, slug: string, now: number): Promise<number> {
  return mostOf(write, async (session) => {
    const petition = await takePetition(session, slug);
    const changed = await session.run(
      `UPDATE signatures SET relay = 'waiting', due = ?, owner = NULL, relay_reason = NULL, attempts = 0, taken = 0 WHERE petition = ? AND relay = 'rejected' AND state IN ('valid', 'duplicate')`,
      now, petition,
    );
    const change = noChange();
    move(change, 'rejected', 'waiting', changed);
    await change.write(session, petition);
    return changed;
  });
}

/** How many a transaction changed. One that runs again, because nobody heard that it was committed, finds nothing left to change. */
async function mostOf(write: Engine['write'], work: (session: Session) => Promise<number>): Promise<number> {
  let most = 0;
  await write(async (session) => void (most = Math.max(most, await work(session))));
  return most;
}

/** What the form will not take, for a person to look at. */
export async function rejected({ read }: Engine, petition: string): Promise<{ ref: string; reason: string; attempts: number }[]> {
  const rows = await read.all<{ ref: string; reason: string | null; attempts: number }>(
    `SELECT ref, relay_reason AS reason, attempts FROM signatures WHERE petition = ${PETITION} AND relay = 'rejected' AND due IS NOT NULL ORDER BY id`,
    petition,
  );
  return rows.map(({ ref, reason, attempts }) => ({ ref, reason: reason ?? '', attempts }));
}
