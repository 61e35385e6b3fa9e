import { describe, expect, test } from 'vitest';
import { FAULTS, type FaultKind, type FaultPlace, type FaultRule } from '../../integrations/google/stand-in/fault-box.ts';
import { relayRound } from '../../integrations/petitions/relay-round.ts';
import { sync } from '../../integrations/petitions/sync.ts';
import { formDesk, signature } from './form-desk.ts';

const never = new AbortController().signal;
const FAST = { start: 50, least: 1, most: 200, step: 5 };

/** Passes on and syncs for hours under these faults, then for a day without; at every step nothing may be confirmed that is not at the form. */
async function throughFaults(signatures: number, rules: FaultRule[], seed = 3) {
  const desk = await formDesk({ seed, slow: 5 }, FAST);
  const { ledger, google, clock, entry, petition, relayDesk, syncDesk } = desk;
  const refs = new Set<string>();
  for (let number = 0; number < signatures; number++) {
    const signed = signature(number, desk.hashes);
    refs.add(signed.ref);
    await ledger.sign(signed);
  }
  const refQuestion = petition.form.questions.ref;
  const atForm = () => entry.rows.map((row) => row.answers![refQuestion]!.textAnswers!.answers![0]!.value!);
  const step = async (full: boolean) => {
    await relayRound(relayDesk, never, clock);
    await sync(syncDesk, petition, { full }, clock.now).catch(() => undefined);
    const { relay } = await ledger.counts('open-library');
    expect(relay.confirmed).toBeLessThanOrEqual(new Set(atForm()).size);
    expect(relay.rejected).toBe(0);
    expect((await ledger.counts('open-library')).states.erased).toBe(0);
    clock.pass(600_000);
  };
  google.faults.rules = rules;
  for (let turn = 0; turn < 12; turn++) await step(turn % 5 === 4);
  google.faults.rules = [];
  for (let turn = 0; turn < 30 && (await ledger.counts('open-library')).relay.confirmed < signatures; turn++) {
    await step(turn % 10 === 9);
    clock.pass(3_600_000);
  }
  return { ...desk, refs, atForm, struck: google.faults.struck };
}

async function expectWhole({ ledger, refs, atForm }: Awaited<ReturnType<typeof throughFaults>>) {
  expect(new Set(atForm())).toEqual(refs);
  const counts = await ledger.counts('open-library');
  expect(counts.states).toMatchObject({ valid: refs.size, duplicate: 0, suspect: 0, erased: 0 });
  expect(counts.relay).toMatchObject({ confirmed: refs.size, sent: 0, waiting: 0, sending: 0, rejected: 0 });
  expect(await ledger.recount('open-library')).toEqual(counts);
}

const everyFault = (Object.entries(FAULTS) as [FaultKind, readonly FaultPlace[]][]).flatMap(([fault, places]) => places.filter((at) => at === 'submit' || at === 'list').map((at) => [fault, at] as const));

describe('every signature is at the form and counted once', () => {
  test.each(everyFault)('after the fault “%s” at %s, on a third of the requests', async (fault, at) => {
    const outcome = await throughFaults(12, [{ at, fault, percent: 33 }]);
    expect(outcome.struck.get(fault)).toBeGreaterThan(0);
    await expectWhole(outcome);
  });

  test.each([1, 2, 3])('after all faults at once, in the order of chance number %i', async (seed) => {
    const rules = everyFault.map(([fault, at]): FaultRule => ({ at, fault, percent: 6 }));
    const outcome = await throughFaults(60, rules, seed);
    expect(outcome.struck.size).toBeGreaterThan(8);
    await expectWhole(outcome);
  });
});
