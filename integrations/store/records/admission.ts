import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Session } from '../engine.ts';
import type { FormResponse, NewSignature } from '../ledger.ts';
import { SIGNATURES } from '../tables.ts';
import { cleanText as clean } from './clean-text.ts';
import { addConsent, addCounted, countedPeople, writeConsent } from './counted-people.ts';
import type { Change } from './counter.ts';
import { verdictOn } from './verdict.ts';

/** A signature that is not in the ledger yet, with what it will be found by and where its relay begins. */
export interface Newcomer extends Pick<NewSignature, 'ref' | 'signedAt' | 'origin' | 'external'> {
  signature: FormResponse['signature'];
  seal: string;
  relay: RelayState;
  /** To be passed on to a form, once it is sure that a human being signed. */
  wish: boolean;
}

/** Writes new signatures of a petition that was taken, in their order, and decides their states; returns them with their numbers. */
export async function admit(session: Session, petition: number, newcomers: readonly Newcomer[], change: Change): Promise<{ id: number; state: SignatureState }[]> {
  if (newcomers.length === 0) return [];
  const counted = await countedPeople(session, petition, newcomers.map(({ signature }) => signature.person));
  const numbers = await session.numbers('signatures', newcomers.length);
  const consenting = new Set<number>();
  const rows: (string | number | null)[][] = [];
  const admitted = newcomers.map((newcomer, index) => {
    const { signature } = newcomer;
    const id = numbers[index]!;
    const others = counted.get(signature.person) ?? [];
    const state = verdictOn(signature, others);
    if (state === 'valid') addCounted(counted, signature.person, { id, namesake: signature.namesake, updates: Number(signature.updates) });
    // Later consent adds; whoever leaves the box empty the second time has not taken it back.
    const consents = state === 'duplicate' ? addConsent(others, signature) : undefined;
    if (consents !== undefined) consenting.add(consents);
    const relay = newcomer.relay === 'none' && newcomer.wish && state !== 'suspect' ? 'waiting' : newcomer.relay;
    change.state(state, 1);
    change.relay(relay, 1);
    rows.push(rowOf(id, petition, newcomer, state, relay));
    return { id, state };
  });
  await session.insert(SIGNATURES, rows);
  await writeConsent(session, consenting);
  return admitted;
}

/** In the order of the columns. */
function rowOf(id: number, petition: number, { signature: s, ref, signedAt, origin, external, seal, wish }: Newcomer, state: SignatureState, relay: RelayState): (string | number | null)[] {
  return [
    id, petition, clean(ref), seal, s.person, s.namesake, s.network, Math.round(s.score), reasonsText(s.reasons),
    state, relay, relay === 'waiting' ? signedAt : null, Number(wish), origin, external === undefined ? null : clean(external), signedAt, clean(s.name), clean(s.email), clean(s.place),
    clean(s.country), clean(s.comment), Number(s.updates), clean(s.lang), clean(s.source), clean(s.bucket), clean(s.version),
  ];
}

/** Reasons as they stand in the ledger, so that each can be looked for: between spaces. */
export const reasonsText = (reasons: readonly string[]) => (reasons.length === 0 ? '' : clean(` ${reasons.join(' ')} `));
