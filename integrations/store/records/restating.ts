import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Session } from '../engine.ts';
import { REVIEWED } from '../tables.ts';
import { addConsent, addCounted, countedPeople, writeConsent } from './counted-people.ts';
import type { Change } from './counter.ts';
import { isRepetition } from './verdict.ts';

/** A signature that is to have another state, `to`. */
export interface Restatable {
  id: number;
  state: SignatureState;
  relay: RelayState;
  wish: number;
  person: string | null;
  namesake: string | null;
  updates: number;
  to: SignatureState;
}

/** Gives signatures of a petition that was taken their new states; returns how many changed. With `review`, their old states are kept under it. */
export async function restate(session: Session, petition: number, signatures: readonly Restatable[], { at, change, review }: { at: number; change: Change; review?: number }): Promise<number> {
  const judged = (await withoutRepetitions(session, petition, signatures)).filter(({ state, to }) => state !== to);
  const moves = new Map<string, { to: SignatureState; relay: RelayState; from: RelayState; ids: number[] }>();
  for (const { id, state, to, relay: from, wish } of judged) {
    const relay = relayFor(to, from, wish === 1);
    change.state(state, -1);
    change.state(to, 1);
    change.relay(from, -1);
    change.relay(relay, 1);
    const key = `${to} ${from} ${relay}`;
    const move = moves.get(key) ?? { to, from, relay, ids: [] };
    moves.set(key, move);
    move.ids.push(id);
  }
  for (const { to, from, relay, ids } of moves.values()) {
    if (from === relay) await session.run('UPDATE signatures SET state = ? WHERE id AMONG ?', to, ids);
    else await session.run('UPDATE signatures SET state = ?, relay = ?, due = ? WHERE id AMONG ?', to, relay, relay === 'waiting' ? at : null, ids);
  }
  if (review !== undefined) await session.insert(REVIEWED, judged.map(({ id, state, to }) => [review, id, state, to]));
  return judged.length;
}

/** The form gets what a human being signed, repetitions too, since they may bring consent. */
export const isPassedOn = (state: SignatureState) => state === 'valid' || state === 'duplicate';

/** What is not meant to be passed on, or no longer, does not wait; what is meant to, and never was, does. */
function relayFor(to: SignatureState, relay: RelayState, wish: boolean): RelayState {
  const goesOn = isPassedOn(to);
  if (goesOn && wish && relay === 'none') return 'waiting';
  if (!goesOn && relay === 'waiting') return 'none';
  return relay;
}

/** What would count somebody twice becomes a repetition, and its consent to news goes to the signature that counts, for good. */
async function withoutRepetitions(session: Session, petition: number, signatures: readonly Restatable[]): Promise<readonly Restatable[]> {
  const people = signatures.flatMap(({ to, person }) => (to === 'valid' ? (person ?? []) : []));
  if (people.length === 0) return signatures;
  const counted = await countedPeople(session, petition, people);
  const consenting = new Set<number>();
  const judged = signatures.map((signature): Restatable => {
    const { id, to, person, namesake, updates } = signature;
    // Nobody knows any more whose an anonymous signature was.
    if (to !== 'valid' || person === null || namesake === null) return signature;
    const others = counted.get(person) ?? [];
    if (isRepetition(namesake, others)) {
      const consents = addConsent(others, { namesake, updates: updates === 1 });
      if (consents !== undefined) consenting.add(consents);
      return { ...signature, to: 'duplicate' };
    }
    addCounted(counted, person, { id, namesake, updates });
    return signature;
  });
  await writeConsent(session, consenting);
  return judged;
}
