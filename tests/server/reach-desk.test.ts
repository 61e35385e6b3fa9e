import { describe, expect, test } from 'vitest';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { NO_PLAN } from '../../src/domain/reach-plan.ts';
import type { MarkedStory } from '../../src/reach/reach-data.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import { everyDay, paperHistory } from '../reach/paper-history.ts';

const stories: MarkedStory[] = [{ day: '2026-11-01', entity: 'story:press/one', kind: 'press', titles: { en: 'One' } }];

function desks() {
  const clock = { now: Date.parse('2026-11-23T10:00:00Z') };
  const figures = everyDay('views', { from: '2026-11-01', to: '2026-11-22' }, () => 3);
  const paper = paperHistory({ figures });
  const trouble: { fault?: StoreFault } = {};
  const history = { ...paper, series: async (wish: Parameters<typeof paper.series>[0]) => { if (trouble.fault) throw trouble.fault; return paper.series(wish); } };
  const planned: string[] = [];
  const open = reachDesks(history, { name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'], timeZone: 'Europe/Amsterdam' }, async (some, today) => (planned.push(today), { ...NO_PLAN, stories: some }), () => clock.now);
  return { clock, trouble, open, planned, figures };
}

describe('the figures behind the dashboard', () => {
  test('are read once a minute, however many directors look', async () => {
    const { clock, open, planned } = desks();
    const first = await Promise.all(Array.from({ length: 20 }, () => open(stories).data()));
    expect([planned.length, new Set(first).size]).toEqual([1, 1]);
    clock.now += 60_000;
    await open(stories).data();
    expect(planned.length).toBe(1);
    clock.now += 1;
    await open(stories).data();
    expect(planned.length).toBe(2);
  });

  test('are read anew for other stories at once', async () => {
    const { open, planned } = desks();
    await open(stories).data();
    expect((await open([]).data()).stories).toEqual([]);
    expect(planned.length).toBe(2);
  });

  test('are asked for again after a failure, without waiting for the minute to pass', async () => {
    const { trouble, open } = desks();
    trouble.fault = new StoreFault('busy');
    await expect(open(stories).data()).rejects.toBe(trouble.fault);
    delete trouble.fault;
    expect((await open(stories).data()).days).toHaveLength(22);
  });

  test('are those of the day in the organisation’s time zone', async () => {
    const { clock, open } = desks();
    clock.now = Date.parse('2026-11-23T23:30:00Z');
    expect((await open(stories).data()).today).toBe('2026-11-24');
  });

  test('that have not changed keep what was worked out from them; changed ones do not', async () => {
    const { clock, open, figures } = desks();
    const before = await open(stories).data();
    clock.now += 60_001;
    expect(await open(stories).data()).toBe(before);
    figures.push({ ...figures[0]!, day: '2026-10-31' });
    clock.now += 60_001;
    expect((await open(stories).data()).days).toHaveLength(23);
  });
});

describe('what is worked out from them', () => {
  test('is worked out once, and again after a failure', async () => {
    const { open } = desks();
    let made = 0;
    const make = async () => (made++ === 0 ? Promise.reject(new StoreFault('busy')) : made);
    await expect(open(stories).once('a', make)).rejects.toThrow(StoreFault);
    expect(await open(stories).once('a', make)).toBe(2);
    expect([await open(stories).once('a', make), made]).toEqual([2, 2]);
  });
});
