import { randomInt } from 'node:crypto';
import { SIGNATURE_STATES, type SignatureState } from '../../../src/domain/signature.ts';
import { Refusal } from '../../refusal.ts';
import type { Engine } from '../engine.ts';
import type { Tally } from '../ledger.ts';
import type { Reviewed, ReviewFilter, ReviewPreview } from '../reviewed.ts';
import { noChange } from './counter.ts';
import { PETITION, takePetition } from './petition-row.ts';
import { restate, type Restatable } from './restating.ts';
import { whereOf } from './review-filter.ts';

const PART = 2500;
const HOUR = 3_600_000;

/** What a review would touch, before anybody decides. */
export async function preview({ read }: Engine, filter: ReviewFilter): Promise<ReviewPreview> {
  const { where, values } = whereOf(filter);
  const states = await read.all<{ state: SignatureState; total: number }>(`SELECT state, count(*) AS total FROM signatures WHERE ${where} GROUP BY state`, ...values);
  const hours = await read.all<{ hour: number; total: number }>(`SELECT signed_at - signed_at % ${HOUR} AS hour, count(*) AS total FROM signatures WHERE ${where} GROUP BY 1 ORDER BY 1`, ...values);
  return {
    total: states.reduce((sum, { total }) => sum + total, 0),
    states: Object.fromEntries(SIGNATURE_STATES.map((state) => [state, states.find((row) => row.state === state)?.total ?? 0])) as Tally<SignatureState>,
    hours: hours.map(({ hour, total }) => [hour, total]),
  };
}

/**
 * Gives all that fit a state, in one transaction. Nobody is counted twice by it: of what becomes valid, the second of
 * the same person and name becomes a duplicate. What was erased has no other state any more.
 */
export async function review({ write }: Engine, filter: ReviewFilter, to: SignatureState, at: number, number = randomInt(1, 2 ** 47)): Promise<{ review: number; changed: number }> {
  if (to === 'erased' || to === 'received') throw new RangeError(`A review cannot make signatures “${to}”.`);
  const { where, values } = whereOf(filter);
  return write(async (session) => {
    const petition = await takePetition(session, filter.petition);
    // The number was made before the transaction, so that a commit whose answer was lost is found again.
    const [done] = await session.all<{ changed: number }>('SELECT changed FROM reviews WHERE id = ?', number);
    if (done) return { review: number, changed: done.changed };
    await session.run('INSERT INTO reviews (id, petition, at, state, changed) VALUES (?, ?, ?, ?, 0)', number, petition, at, to);
    const change = noChange();
    let changed = 0;
    for (let last = 0; ; ) {
      const part = await session.all<Omit<Restatable, 'to'>>(
        `SELECT id, state, relay, wish, person, namesake, updates FROM signatures WHERE ${where} AND id > ? AND state NOT IN ('erased', ?) ORDER BY id LIMIT ${PART}`,
        ...values, last, to,
      );
      changed += await restate(session, petition, part.map((row) => ({ ...row, to })), { at, change, review: number });
      if (part.length < PART) break;
      last = part.at(-1)!.id;
    }
    await session.run('UPDATE reviews SET changed = ? WHERE id = ?', changed, number);
    await change.write(session, petition);
    return { review: number, changed };
  });
}

/**
 * Puts back what a review changed, once, except what has changed again since; gives how many. A signature whose person
 * was counted meanwhile comes back as a duplicate, and consent to news stays where a repetition has brought it.
 */
export async function undoReview({ write }: Engine, slug: string, number: number): Promise<number> {
  return write(async (session) => {
    const petition = await takePetition(session, slug);
    const [known] = await session.all<{ at: number; undone: number | null }>('SELECT at, undone FROM reviews WHERE id = ? AND petition = ?', number, petition);
    if (!known) throw new Refusal(`${slug} has no review ${number}.`, 2);
    if (known.undone !== null) return known.undone;
    const change = noChange();
    let changed = 0;
    for (let last = 0; ; ) {
      const part = await session.all<Restatable>(
        `SELECT id, state, relay, wish, person, namesake, updates, before AS "to" FROM reviewed JOIN signatures ON id = signature WHERE review = ? AND state = after AND id > ? ORDER BY id LIMIT ${PART}`,
        number, last,
      );
      changed += await restate(session, petition, part, { at: known.at, change });
      if (part.length < PART) break;
      last = part.at(-1)!.id;
    }
    await session.run('UPDATE reviews SET undone = ? WHERE id = ?', changed, number);
    await change.write(session, petition);
    return changed;
  });
}

/** What was reviewed of a petition, the last first. */
export async function reviews({ read }: Engine, slug: string): Promise<Reviewed[]> {
  const rows = await read.all<{ id: number; at: number; state: SignatureState; changed: number; undone: number | null }>(`SELECT id, at, state, changed, undone FROM reviews WHERE petition = ${PETITION}`, slug);
  return rows.map(({ id, at, state, changed, undone }) => ({ review: id, at, to: state, changed, undone: undone !== null })).sort((a, b) => b.at - a.at);
}
