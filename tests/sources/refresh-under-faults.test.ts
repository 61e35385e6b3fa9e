import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultKind } from '../../integrations/google/stand-in/fault-box.ts';
import { factsIn, ownStore, refreshAllOf } from './own-history.ts';
import { plantedGoogle, TOKEN } from './planted-google.ts';
import { TELLING } from './source-contract.ts';

/** What gives a wrong answer instead of none. */
const LYING: readonly FaultKind[] = ['empty', 'shuffled', 'repeated'];
const FAULTS: readonly FaultKind[] = [...TELLING, ...LYING];

/** Waiting takes time, so it happens ten times only. */
const soMany = (fault: FaultKind) => (fault === 'slow' ? { times: 10 } : {});

const both = (fault: FaultKind, more: { percent?: number; times?: number } = {}) => (['report', 'list'] as const).map((at) => ({ at, fault, ...more }));

const ends: (() => Promise<void>)[] = [];
const whenDone = (end: () => Promise<void>) => void ends.push(end);
let truths: string[][];

beforeAll(async () => {
  truths = [await truth(0), await truth(1)];
});
afterAll(async () => {
  for (const end of ends) await end();
});

/** What a history has in which nothing ever went wrong: refreshed on the first day, and on so many days after. */
async function truth(days: number): Promise<string[]> {
  const { sources, today, now, pass } = await plantedGoogle(whenDone);
  const { history } = await ownStore(whenDone);
  for (let day = 0; day <= days; day++) {
    if (day > 0) pass(1);
    await refreshAllOf(sources(), history, { today: today(), now });
  }
  return factsIn(history);
}

describe('a refresh with every fault switched on in turn ends with the true history', () => {
  test.each(FAULTS)('“%s” from the first day on', async (fault) => {
    const { google, sources, today, now } = await plantedGoogle();
    const { history } = await ownStore();
    google.faults.rules = both(fault, soMany(fault));
    const { said } = await refreshAllOf(sources(), history, { today: today(), now });
    expect(google.faults.struck.get(fault)).toBeGreaterThan(0);
    expect(JSON.stringify(said)).not.toMatch(new RegExp(`${TOKEN}|Kim|mail\\.example`));
    google.faults.rules = [];
    expect(await refreshAllOf(sources(), history, { today: today(), now })).toMatchObject({ failed: [] });
    expect(await factsIn(history)).toEqual(truths[0]);
    expect(await refreshAllOf(sources(), history, { today: today(), now })).toMatchObject({ failed: [], changed: 0 });
  });

  test.each(FAULTS)('“%s” on half of all requests of one day, and nothing that was known is harmed meanwhile', async (fault) => {
    const { google, sources, today, now, pass } = await plantedGoogle();
    const { history } = await ownStore();
    await refreshAllOf(sources(), history, { today: today(), now });
    const known = await factsIn(history);
    pass(1);
    google.faults.rules = both(fault, { percent: 50, ...soMany(fault) });
    await refreshAllOf(sources(), history, { today: today(), now });
    google.faults.rules = both(fault, soMany(fault));
    await refreshAllOf(sources(), history, { today: today(), now });
    const keys = (lines: readonly string[]) => lines.map((line) => line.replace(/"value":[^,}]*/, ''));
    const still = new Set(keys(await factsIn(history)));
    expect(keys(known).filter((line) => !still.has(line))).toEqual([]);
    google.faults.rules = [];
    expect(await refreshAllOf(sources(), history, { today: today(), now })).toMatchObject({ failed: [] });
    expect(await factsIn(history)).toEqual(truths[1]);
    expect(await refreshAllOf(sources(), history, { today: today(), now })).toMatchObject({ failed: [], changed: 0 });
  });

  test('a forgotten page token lets the listing of a form begin anew', async () => {
    const { google, sources, settings, today, now } = await plantedGoogle();
    const { history } = await ownStore();
    const { rows } = google.book.forms.get(settings.forms[0]!.form)!;
    rows.push(...Array.from({ length: 5000 }, (_, number) => ({ ...rows[number % 20]!, responseId: `B${number}` })));
    google.faults.rules = [{ at: 'list', fault: 'token-expired', times: 2 }];
    const form = sources().filter(({ name }) => name.startsWith('forms/'));
    expect(await refreshAllOf(form, history, { today: today(), now })).toMatchObject({ failed: [] });
    const [total] = await history.series({ from: '2026-10-01', to: '2026-11-30', metrics: ['applications'], about: { entity: '' }, by: 'month' }).then((months) => [months.reduce((sum, { value }) => sum + value, 0)]);
    expect(total).toBe(5020);
  });

  test('a used-up quota holds one source up and no other', async () => {
    const { google, sources, today, now } = await plantedGoogle();
    const { history } = await ownStore();
    google.reports.search.get('sc-domain:havenlicht.example')!.shared = false;
    const { failed, said } = await refreshAllOf(sources(), history, { today: today(), now });
    expect([failed, said['search-console']]).toEqual([['search-console'], expect.stringMatching(/exactly as Search Console names it, and add .* as a full user/)]);
    expect((await history.standings()).filter(({ ok }) => ok).map(({ source }) => source).sort()).toEqual(['analytics', 'forms/volunteers', 'sheets/gifts', 'sheets/hours', 'youtube']);
  });
});
