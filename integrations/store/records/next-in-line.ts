import type { Session } from '../engine.ts';
import { writeConsent } from './counted-people.ts';
import type { Change } from './counter.ts';
import { restate, type Restatable } from './restating.ts';

/** Whose signature it was; null where nobody knows any more. */
export interface Signer {
  person: string | null;
  namesake: string | null;
}

const keyOf = ({ person, namesake }: Signer) => `${person} ${namesake}`;

/**
 * Where a counted signature is counted no longer because its answer is gone or says something else, the oldest repetition of the same
 * person and name takes its place, and with it the wish for news of the others. The petition must have been taken.
 */
export async function countNext(session: Session, petition: number, left: readonly Signer[], change: Change): Promise<void> {
  const people = [...new Set(left.flatMap(({ person }) => person ?? []))];
  if (people.length === 0) return;
  const free = new Set(left.map(keyOf));
  const repetitions = await session.all<Omit<Restatable, 'to'>>(`SELECT id, state, relay, wish, person, namesake, updates FROM signatures WHERE petition = ? AND person AMONG ? AND state = 'duplicate' ORDER BY id`, petition, people);
  const next = new Map<string, Restatable>();
  const consenting = new Set<number>();
  for (const repetition of repetitions.filter((one) => free.has(keyOf(one)))) {
    const first = next.get(keyOf(repetition));
    if (!first) next.set(keyOf(repetition), { ...repetition, to: 'valid' });
    else if (repetition.updates && !first.updates) {
      first.updates = 1;
      consenting.add(first.id);
    }
  }
  // What was never passed on is due at once.
  if (next.size > 0) await restate(session, petition, [...next.values()], { at: 0, change });
  await writeConsent(session, consenting);
}
