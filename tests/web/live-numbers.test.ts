import { describe, expect, test } from 'vitest';
import { storeIsFull } from './paper-ledger.ts';
import { SAM, signingSite } from './signing-site.ts';

const COUNT = '/petitions/brug/count.json';

describe('the number of signatures', () => {
  test('is fresh, open to other sites, and says when it was true', async () => {
    const { ask, sign } = await signingSite();
    await sign(SAM);
    const { status, headers, text } = await ask(COUNT);
    expect([status, JSON.parse(text)]).toEqual([200, { petition: 'brug', count: 213, online: 1, offline: 212, milestone: 1000, asOf: '2026-11-23T10:00:00Z' }]);
    expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['public, max-age=60, stale-while-revalidate=120, stale-if-error=300', '*']);
  });

  test('is asked of the ledger once a second, however many want to know', async () => {
    const { ask, ledger, clock } = await signingSite();
    await Promise.all(Array.from({ length: 50 }, () => ask(COUNT)));
    expect(ledger.asked).toBe(1);
    clock.now += 1_000;
    await ask(COUNT);
    expect(ledger.asked).toBe(2);
  });

  test('stays the last one while the ledger is out of reach, with its moment', async () => {
    const { ask, ledger, clock } = await signingSite();
    const before = (await ask(COUNT)).text;
    ledger.fault = storeIsFull();
    clock.now += 60_000;
    expect((await ask(COUNT)).text).toBe(before);
  });
});
