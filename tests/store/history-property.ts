import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STANDING, type Metric } from '../../src/domain/figure.ts';
import type { History, PeriodFigure } from '../../integrations/store/history.ts';
import { all, AT, linesOf } from './history-contract.ts';

/** A stretch that cuts a month off at either end. */
const CUT = { from: '2026-09-30', to: '2026-10-30' };
const YEARS = { from: '2026-09-01', to: '2026-12-31' };
const days = fc.constantFrom('2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02', '2026-10-31', '2026-11-01');
const metrics = fc.constantFrom<Metric>('views', 'followers', 'volunteer-hours');
const sources = fc.constantFrom('one', 'two');
const figures = fc.array(fc.record({ day: days, metric: metrics, entity: fc.constantFrom('', 'lang:nl', 'lang:ar', 'story:press/a'), value: fc.integer({ min: 0, max: 40 }) }), { maxLength: 6 });
const gifts = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), day: days, currency: fc.constantFrom('EUR', 'TRY'), kind: fc.constantFrom('once' as const, 'monthly' as const), amount: fc.integer({ min: 1, max: 9999 }), refunded: fc.integer({ min: 0, max: 50 }), campaign: fc.constantFrom('', 'winter') }),
  { maxLength: 4 },
);

/** Anything that may happen to a history. */
const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('write' as const), source: sources, from: days, to: days, metrics: fc.uniqueArray(metrics, { minLength: 1 }), figures }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('add' as const), source: sources, figures }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('give' as const), source: sources, gifts, whole: fc.option(fc.record({ from: days, to: days }), { nil: undefined }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('mention' as const), source: sources, mentions: fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), day: days, title: fc.constantFrom('x', 'y') }), { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget' as const), source: sources }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

async function play(history: History, happens: Event, at: number): Promise<unknown> {
  switch (happens.does) {
    case 'write': {
      const about = { from: happens.from, to: happens.to, metrics: happens.metrics };
      return history.write(happens.source, about, happens.figures.filter(({ day, metric }) => day >= about.from && day <= about.to && about.metrics.includes(metric)), at);
    }
    case 'add': return history.add(happens.source, happens.figures);
    case 'give': return history.writeGifts(happens.source, happens.gifts, at, happens.whole);
    case 'mention': return history.writeMentions(happens.source, happens.mentions.map((mention) => ({ ...mention, url: 'https://paper.example/', outlet: 'paper.example' })), at);
    case 'forget': return history.forget(happens.source);
  }
}

const ABOUT = [{ entity: '' }, { kind: 'lang' }, { kind: 'story' }, { kind: 'money' }, { kind: 'campaign' }] as const;

/** Sums of months from the days, by the rule as it is written, in the order of their names. */
export function recount(daily: readonly PeriodFigure[]): string[] {
  const byMonth = Map.groupBy(daily, ({ period, source, metric, entity }) => [`${period.slice(0, 8)}01`, source, metric, entity].join(' '));
  return [...byMonth].map(([key, ofMonth]) => `${key} ${STANDING.includes(ofMonth[0]!.metric) ? ofMonth.at(-1)!.value : ofMonth.reduce((sum, { value }) => sum + value, 0)} ${ofMonth.length}`).sort();
}

export const told = (figures: readonly PeriodFigure[]) => figures.map(({ period, source, metric, entity, value, days }) => [period, source, metric, entity, value, days].join(' ')).sort();

/** Holds for any sequence of events: sums by month are what adding up the days gives, gifts and mentions are counted once, and a copy is the same. */
export function historyProperty(history: () => History, copy: () => History, numRuns: number): void {
  test('whatever happens, months equal a recount of their days, gifts and mentions equal their figures, and a copy in the other engine is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 25 }), async (events) => {
        for (const source of ['one', 'two']) await Promise.all([history().forget(source), copy().forget(source)]);
        for (const [index, happens] of events.entries()) await play(history(), happens, AT + index);
        for (const about of ABOUT) for (const stretch of [YEARS, CUT]) expect(told(await history().series({ ...stretch, about, by: 'month' }))).toEqual(recount(await history().series({ ...stretch, about, by: 'day' })));
        const count = async (metric: Metric) => (await history().series({ ...YEARS, about: { entity: '' }, metrics: [metric], by: 'month' })).reduce((sum, { value }) => sum + value, 0);
        const known = await history().gifts(YEARS);
        // A gift that was given back whole is none.
        expect(await count('gifts')).toBe(known.filter(({ amount, refunded }) => amount > refunded).length);
        expect(await count('mentions')).toBe((await history().mentions(YEARS, 1000)).length);
        const sums = await history().series({ ...YEARS, about: { kind: 'money' }, metrics: ['gift-sum'], by: 'month' });
        expect(sums.reduce((sum, { value }) => sum + value, 0)).toBe(known.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0));
        const lines = await all(history().exportLines());
        await copy().importLines(linesOf(lines), AT + 1000);
        expect(await all(copy().exportLines())).toEqual(lines);
        expect(await copy().importLines(linesOf(lines), AT + 2000)).toMatchObject({ added: 0, revised: 0, removed: 0 });
        for (const about of ABOUT) expect(told(await copy().series({ ...YEARS, about, by: 'month' }))).toEqual(told(await history().series({ ...YEARS, about, by: 'month' })));
      }),
      { numRuns },
    );
  });
}
