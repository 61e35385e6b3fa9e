import { describe, expect, test } from 'vitest';
import type { Stretch } from '../../src/domain/figure.ts';
import { dayAfter, type Day } from '../../src/domain/instant.ts';
import { daysBack } from '../../integrations/sources/day-range.ts';
import type { FigureSource } from '../../integrations/sources/figure-source.ts';
import { refreshSource } from '../../integrations/sources/refresh-source.ts';
import { ownStore } from './own-history.ts';

const TODAY: Day = '2026-11-23';

/** A source that knows 100 days, one portion a day, complete up to the day before yesterday. */
function counter(more: Partial<FigureSource> & { today?: Day; fails?: (day: Day) => boolean; value?: (day: Day) => number } = {}) {
  const { today = TODAY, fails = () => false, value = () => 7, ...own } = more;
  const asked: Stretch[] = [];
  const source: FigureSource = {
    name: 'counter', trailing: 5, reach: 200,
    async *read(days) {
      asked.push(days);
      for (const day of daysBack(days)) {
        if (day < dayAfter(TODAY, -99)) return;
        if (fails(day)) throw new Error('The well is dry. Dig deeper.');
        yield { kind: 'figures', days: { from: day, to: day }, metrics: ['views'], figures: [{ day, metric: 'views', entity: '', value: value(day) }], completeThrough: dayAfter(today, -2) };
      }
    },
    ...own,
  };
  return { source, asked };
}

async function desk() {
  const { history } = await ownStore();
  const days = async () => (await history.series({ from: '2026-01-01', to: '2026-12-31', metrics: ['views'], about: { entity: '' }, by: 'day' })).map(({ period }) => period);
  const standing = async () => (await history.standings())[0]!;
  return { history, days, standing };
}

describe('a history is filled bit by bit', () => {
  test('first the newest days, then older ones, so many at a time, until all are there', async () => {
    const { history, days, standing } = await desk();
    const { source, asked } = counter();
    await refreshSource(source, history, { today: TODAY, portions: 40 });
    expect([(await days())[0], (await days()).length]).toEqual([dayAfter(TODAY, -44), 45]);
    expect(await standing()).toMatchObject({ ok: true, completeThrough: '2026-11-21', since: dayAfter(TODAY, -44), backfill: dayAfter(TODAY, -45), says: expect.stringMatching(/^45 new, complete through 2026-11-21; days before 2026-10-10 are still to be fetched\.$/) as string });
    await refreshSource(source, history, { today: TODAY, portions: 40 });
    const last = await refreshSource(source, history, { today: TODAY, portions: 40 });
    expect([(await days()).length, (await standing()).backfill, last!.standing.says]).toEqual([100, undefined, '15 new, complete through 2026-11-21.']);
    asked.length = 0;
    const again = await refreshSource(source, history, { today: TODAY, portions: 40 });
    expect([asked, again!.standing.says]).toEqual([[{ from: dayAfter(TODAY, -4), to: TODAY }], 'Nothing new, complete through 2026-11-21.']);
  });

  test('a fault on the way keeps what came, and the next refresh goes on from there', async () => {
    const { history, days, standing } = await desk();
    await expect(refreshSource(counter({ fails: (day) => day < '2026-11-01' }).source, history, { today: TODAY })).rejects.toThrow('Dig deeper');
    expect((await days())[0]).toBe('2026-11-01');
    expect(await standing()).toMatchObject({ ok: false, backfill: '2026-10-31', completeThrough: '2026-11-21', says: 'The well is dry. Dig deeper. The newest days are there; older ones are still to come.' });
    const { source, asked } = counter();
    await refreshSource(source, history, { today: TODAY });
    expect([asked[1]!.to, (await days()).length]).toEqual(['2026-10-31', 100]);
  });

  test('after a month in which nobody could ask, no day is left out, and nothing is called complete before it is', async () => {
    const { history, days, standing } = await desk();
    await refreshSource(counter().source, history, { today: TODAY });
    const later = dayAfter(TODAY, 30);
    await expect(refreshSource(counter({ today: later, fails: (day) => day < '2026-12-10' }).source, history, { today: later })).rejects.toThrow();
    expect(await standing()).toMatchObject({ ok: false, completeThrough: '2026-11-21' });
    await refreshSource(counter({ today: later }).source, history, { today: later });
    expect([(await days()).length, (await standing()).completeThrough]).toEqual([130, dayAfter(later, -2)]);
  });

  test('a value that has changed is revised, and the one before is kept', async () => {
    const { history } = await desk();
    await refreshSource(counter().source, history, { today: TODAY });
    const report = await refreshSource(counter({ value: (day) => (day === '2026-11-20' ? 9 : 7) }).source, history, { today: TODAY });
    expect([report!.revised, await history.revisions({ from: '2026-11-01', to: TODAY }, 10)]).toMatchObject([1, [{ day: '2026-11-20', value: 7 }]]);
  });

  test('two at once do it once', async () => {
    const { history } = await desk();
    const { source, asked } = counter();
    const both = await Promise.all([refreshSource(source, history, { today: TODAY }), refreshSource(source, history, { today: TODAY })]);
    expect([both.filter(Boolean).length, asked.length]).toEqual([1, 2]);
  });

  test('a source that hangs, or never ends, is stopped in time and named', async () => {
    const { history, standing } = await desk();
    const hangs = counter({ read: async function* () { await new Promise(() => {}); } });
    await expect(refreshSource(hangs.source, history, { today: TODAY, bound: 50 })).rejects.toThrow(/^counter took too long and was stopped/);
    expect(await standing()).toMatchObject({ ok: false, fetchedAt: undefined });
  });

  test('when very much is suddenly gone, it is only believed when somebody says so', async () => {
    const { history, days, standing } = await desk();
    await refreshSource(counter({ value: () => 30 }).source, history, { today: TODAY });
    const emptied = counter({ value: () => 0 }).source;
    await expect(refreshSource(emptied, history, { today: TODAY })).rejects.toThrow(/counter suddenly knows no views from 2026-11-23 .* npm run refresh -- --only counter --believe\./);
    expect([(await days()).length, (await standing()).ok]).toEqual([100, false]);
    expect(await refreshSource(emptied, history, { today: TODAY, believe: true })).toMatchObject({ revised: 5 });
  });

  test('gifts that vanish from a table vanish from the history, unless they are suddenly most of them', async () => {
    const { history } = await desk();
    const table = (count: number): FigureSource => ({
      name: 'sheets/gifts', trailing: 100, reach: 100,
      async *read(days) {
        yield { kind: 'gifts', days, whole: true, gifts: Array.from({ length: count }, (_, number) => ({ key: `a${number}`, day: dayAfter(TODAY, -number), currency: 'EUR', kind: 'once' as const, amount: 1000, refunded: 0, campaign: '' })) };
      },
    });
    const known = async () => (await history.gifts({ from: '2026-01-01', to: TODAY })).length;
    await refreshSource(table(40), history, { today: TODAY });
    await refreshSource(table(38), history, { today: TODAY });
    expect(await known()).toBe(38);
    await expect(refreshSource(table(2), history, { today: TODAY })).rejects.toThrow('suddenly knows 2 of 38 gifts');
    expect(await known()).toBe(38);
    await refreshSource(table(2), history, { today: TODAY, believe: true });
    expect(await known()).toBe(2);
  });

  test('what a table says nothing about is not called nothing', async () => {
    const { history } = await desk();
    const gift = { key: 'a', day: '2026-11-10', currency: 'EUR', kind: 'once' as const, amount: 1000, refunded: 0, campaign: '' };
    await refreshSource({ name: 'sheets/gifts', trailing: 100, reach: 100, async *read(days) { yield { kind: 'gifts', days, whole: true, gifts: [gift, { ...gift, key: 'b', day: '2026-11-12' }] }; } }, history, { today: TODAY });
    expect((await history.series({ from: '2026-01-01', to: TODAY, metrics: ['gifts'], about: { entity: '' }, by: 'day' })).map(({ period, value }) => [period, value])).toEqual([['2026-11-10', 1], ['2026-11-11', 0], ['2026-11-12', 1]]);
  });
});
