import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ledger, LedgerRow } from '../../integrations/store/ledger.ts';
import { responseOf, signatureOf } from './signatures.ts';

const people = fc.constantFrom('p1', 'p2', 'p3');
const names = fc.constantFrom('n1', 'n2', 'n3');
const refs = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6');
const states = fc.constantFrom('valid', 'duplicate', 'suspect', 'invalid', 'withdrawn');
const signer = { person: people, namesake: names, score: fc.constantFrom(0, 0, 0, 70), updates: fc.boolean() };

/** Anything that may happen to a petition. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('sign' as const), ref: refs, ...signer }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('enter' as const), ref: fc.option(refs, { nil: undefined }), responseId: fc.constantFrom('a', 'b', 'c', 'd'), ...signer }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('lease' as const), most: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('pass' as const), to: fc.constantFrom('sent', 'waiting', 'rejected') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('review' as const), from: states, to: states }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'resend' as const, 'retry' as const, 'vanish' as const, 'anonymise' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), person: people }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** Plays events on a petition of its own. */
function player(ledger: Ledger, petition: string) {
  let now = 1_000_000;
  const leased: { id: string }[] = [];
  const reviews: number[] = [];
  return async (happens: Event): Promise<unknown> => {
    now += 1000;
    switch (happens.does) {
      // Name and address tell afterwards who it was.
      case 'sign': return ledger.sign(signatureOf({ ...happens, petition, signedAt: now, name: happens.namesake, email: happens.person }));
      case 'enter': return ledger.enter(petition, [responseOf({ ...happens, at: now - (now % 3000), name: happens.namesake, email: happens.person })]);
      case 'lease': return leased.push(...(await ledger.lease({ petitions: [petition], owner: 'relay', most: happens.most, now, until: now + 5000 })));
      case 'pass': {
        const [one] = leased.splice(0, 1);
        return one && ledger.passed(one.id, 'relay', happens.to === 'sent' ? { to: 'sent', at: now } : happens.to === 'waiting' ? { to: 'waiting', next: now, reason: 'busy' } : { to: 'rejected', reason: 'no' });
      }
      case 'review': return reviews.push((await ledger.review({ petition, states: [happens.from] }, happens.to, now)).review);
      case 'undo': return reviews.length > 0 && ledger.undoReview(petition, reviews.pop()!);
      case 'resend': return ledger.resendUnseen(petition, now, now);
      case 'retry': return ledger.retryRejected(petition, now);
      case 'vanish': return ledger.eraseVanished(petition, '', (async function* () { yield ['a', 'c']; })(), { sure: true });
      case 'anonymise': return ledger.anonymise(petition, false);
      case 'erase': return ledger.erase(petition, happens.person);
    }
  };
}

/** Holds for any sequence of events: the counter is what counting gives, and nobody is counted twice. */
export function counterProperty(ledger: () => Ledger, numRuns: number): void {
  let made = 0;
  test('whatever happens, the counter equals the recount and nobody is counted twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
        const petition = `any-${++made}`;
        const play = player(ledger(), petition);
        let anonymous = false;
        for (const happens of events) {
          await play(happens);
          anonymous ||= happens.does === 'anonymise';
          expect(await ledger().recount(petition)).toEqual(await ledger().counts(petition));
          if (anonymous) continue;
          const counted: LedgerRow[] = [];
          for await (const row of ledger().rows(petition)) counted.push(row);
          const keys = counted.map(({ email, name }) => `${email} ${name}`);
          expect(keys).toHaveLength(new Set(keys).size);
          for (const person of ['p1', 'p2', 'p3']) expect(counted.filter(({ email }) => email === person).length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns },
    );
  });
}
