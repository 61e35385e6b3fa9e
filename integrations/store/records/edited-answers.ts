import type { SignatureState } from '../../../src/domain/signature.ts';
import type { Session } from '../engine.ts';
import type { FormResponse } from '../ledger.ts';
import { reasonsText } from './admission.ts';
import { cleanText as clean } from './clean-text.ts';
import { addConsent, countedPeople, writeConsent } from './counted-people.ts';
import type { Change } from './counter.ts';
import { countNext, type Signer } from './next-in-line.ts';
import { verdictOn } from './verdict.ts';

/** An answer that was edited at the form since it was entered, and the number of its signature. */
export interface Edited {
  id: number;
  response: FormResponse;
}

/** What a reviewer has decided stays, whatever the answer says now; and what was erased. */
const DECIDED: readonly SignatureState[] = ['invalid', 'withdrawn', 'erased'];

/**
 * Takes over what people have edited in their answers, as if they had written it in the first place: who takes consent back is
 * counted no longer, who gives it is. One by one, since hardly anybody does it. The petition must have been taken.
 */
export async function takeOver(session: Session, petition: number, edited: readonly Edited[], change: Change): Promise<void> {
  for (const { id, response: { at, signature: s } } of edited) {
    const [before] = await session.all<Signer & { state: SignatureState }>('SELECT state, person, namesake FROM signatures WHERE id = ?', id);
    const others = ((await countedPeople(session, petition, [s.person])).get(s.person) ?? []).filter((other) => other.id !== id);
    const { state } = before!;
    const to = DECIDED.includes(state) ? state : verdictOn(s, others);
    await session.run(
      `UPDATE signatures SET state = ?, person = ?, namesake = ?, score = ?, reasons = ?, signed_at = ?, name = ?, email = ?, place = ?, country = ?, comment = ?, updates = ?, lang = ?, source = ?, bucket = ?, version = ? WHERE id = ?`,
      to, s.person, s.namesake, Math.round(s.score), reasonsText(s.reasons), at, clean(s.name), clean(s.email), clean(s.place), clean(s.country), clean(s.comment), Number(s.updates), clean(s.lang), clean(s.source), clean(s.bucket), clean(s.version), id,
    );
    const consents = to === 'duplicate' ? addConsent(others, s) : undefined;
    if (consents !== undefined) await writeConsent(session, new Set([consents]));
    change.state(state, -1);
    change.state(to, 1);
    const sameSigner = before!.person === s.person && before!.namesake === s.namesake;
    if (state === 'valid' && !(to === 'valid' && sameSigner)) await countNext(session, petition, [before!], change);
  }
}
