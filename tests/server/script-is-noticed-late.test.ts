import { expect, test } from 'vitest';
import { BURST_WINDOW } from '../../src/domain/suspicion.ts';
import { lookBack } from '../../src/server/look-back.ts';
import { useOwnDesk } from '../petitions/own-desk.ts';

const desk = useOwnDesk();
const NOW = Date.parse('2026-11-23T10:00:00Z');
const from = (network: string, signedAt: number, name: string) => ({ network, signedAt, name, email: `${name}@ziggo.nl` });

test('when a burst is noticed, what the same network sent before waits for a reviewer, once', async () => {
  await desk.sign(from('a', NOW, 'one'), from('a', NOW - 1000, 'two'), from('a', NOW - BURST_WINDOW - 1, 'earlier'), from('b', NOW, 'neighbour'));
  await desk.ledger(async (ledger) => {
    const look = lookBack(ledger);
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW })).toBe(2);
    expect((await ledger.counts('free-internet')).states).toMatchObject({ valid: 2, suspect: 2 });
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW + 1000 })).toBe(0);
    expect(await ledger.recount('free-internet')).toEqual(await ledger.counts('free-internet'));
  });
});

test('a burst ten minutes later is looked into again', async () => {
  await desk.sign(from('a', NOW + BURST_WINDOW, 'one'));
  await desk.ledger(async (ledger) => {
    const look = lookBack(ledger);
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW })).toBe(0);
    expect(await look({ petition: 'free-internet', network: 'a', at: NOW + BURST_WINDOW })).toBe(1);
  });
});
