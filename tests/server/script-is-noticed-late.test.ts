import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { StoreFault } from '../../integrations/store/ledger.ts';
import type { PetitionFacts } from '../../src/domain/petition-facts.ts';
import { BURST_WINDOW } from '../../src/domain/suspicion.ts';
import { lookBack } from '../../src/server/look-back.ts';
import { weigher } from '../../src/server/weigh.ts';
import { useOwnDesk } from '../petitions/own-desk.ts';

const desk = useOwnDesk();
const NOW = Date.parse('2026-11-23T10:00:00Z');
const from = (network: string, signedAt: number, name: string) => ({ network, signedAt, name, email: `${name}@ziggo.nl` });

test('when a burst is noticed, what the same network sent before waits for a reviewer', async () => {
  await desk.sign(from('a', NOW, 'one'), from('a', NOW - 1000, 'two'), from('a', NOW - BURST_WINDOW - 1, 'earlier'), from('b', NOW, 'neighbour'));
  await desk.ledger(async (ledger) => {
    const look = lookBack(ledger);
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW })).toBe(2);
    expect((await ledger.counts('free-internet')).states).toMatchObject({ valid: 2, suspect: 2 });
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW + 1000 })).toBe(0);
    expect(await ledger.recount('free-internet')).toEqual(await ledger.counts('free-internet'));
  });
});

test('what was on its way at the first look is found a minute later, and nothing is looked for in between', async () => {
  await desk.ledger(async (ledger) => {
    const look = lookBack(ledger);
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW })).toBe(0);
    await desk.sign(from('a', NOW, 'late'));
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW + 59_000 })).toBe(0);
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW + 60_000 })).toBe(1);
  });
});

test('a ledger that cannot look back is asked again by the next of the burst', async () => {
  let calls = 0;
  const look = lookBack({
    async review() {
      if (++calls === 1) throw new StoreFault('The store is out of reach.');
      return { review: 1, changed: 5 };
    },
  });
  await expect(look({ petition: 'free-internet', network: 'a', at: NOW })).rejects.toThrow('out of reach');
  expect(await look({ petition: 'free-internet', network: 'a', at: NOW + 1000 })).toBe(5);
});

test('a script that signs as fast as it goes ends up wholly with the reviewer', async () => {
  const petition = { slug: 'free-internet' } as PetitionFacts;
  await desk.ledger(async (ledger) => {
    const [weigh, look] = [weigher(ledger), lookBack(ledger)];
    for (let i = 0; i < 30; i++) {
      const signing = { name: 'Jan', email: `jan${i}@ziggo.nl`, place: '', country: '', comment: '', updates: false, lang: 'nl', source: '', bucket: '', version: '' };
      const signature = { ...signing, ...(await weigh({ signing, bait: false }, { petition, typed: {}, address: '192.0.2.7', now: NOW + i * 2000 } as never)) };
      await ledger.sign({ ...signature, petition: 'free-internet', ref: randomUUID(), signedAt: NOW + i * 2000, origin: 'page', relay: false });
      if (signature.reasons.includes('burst')) await look({ petition: 'free-internet', network: signature.network, at: NOW + i * 2000 });
    }
    expect((await ledger.counts('free-internet')).states).toMatchObject({ valid: 0, suspect: 30 });
  });
});
