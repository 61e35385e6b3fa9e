import { describe, expect, test } from 'vitest';
import type { History } from '../../integrations/store/history.ts';
import { planFor } from '../../integrations/sample/sample-plan.ts';
import type { MarkedStory } from '../../src/reach/reach-data.ts';
import { factsIn, ownStore } from '../sources/own-history.ts';

const stories: MarkedStory[] = [{ day: '2026-11-02', entity: 'story:press/one', kind: 'press', titles: { en: 'One' } }];
const today = '2026-11-23';
const now = () => Date.parse('2026-11-23T10:00:00Z');
const last = async (history: History) => (await history.standings()).find(({ source }) => source === 'sample/gifts')?.completeThrough;

/** Counts how often the invented gifts are written. */
function watched(history: History): { history: History; written: () => number } {
  let count = 0;
  return { history: new Proxy(history, { get: (target, name: keyof History) => (name === 'writeGifts' ? (...given: Parameters<History['writeGifts']>) => (count++, target.writeGifts(...given)) : (target[name] as () => unknown).bind(target)) }), written: () => count };
}

describe('a sample organisation', () => {
  test('gets its invented years once, with targets and what else happened', async () => {
    const { history, written } = watched((await ownStore()).history);
    const plan = planFor(history, { sample: true }, now);
    const found = await plan(stories, today);
    expect([await last(history), found.targets.length, found.others.length > 0, found.stories.filter(({ invented }) => invented).length > 20]).toEqual(['2026-11-22', 2, true, true]);
    expect(found.stories.filter(({ invented }) => !invented)).toEqual(stories);
    await plan(stories, today);
    expect(written()).toBe(1);
  });

  test('gets them once also from two servers at the same moment', async () => {
    const { history, written } = watched((await ownStore()).history);
    const plans = [0, 1].map(() => planFor(history, { sample: true }, now));
    await Promise.all(plans.map((plan) => plan(stories, today)));
    await Promise.all(plans.map((plan) => plan(stories, today)));
    expect([written(), await last(history)]).toEqual([1, '2026-11-22']);
  });

  test('gets newer ones when they ended more than a week ago', async () => {
    const { history, written } = watched((await ownStore()).history);
    const plan = planFor(history, { sample: true }, now);
    await plan(stories, today);
    await plan(stories, '2026-11-29');
    expect(written()).toBe(1);
    await plan(stories, '2026-12-05');
    expect([written(), await last(history)]).toEqual([2, '2026-12-04']);
  });

  test('that has figures of its own gets none, and loses none', async () => {
    const { history } = await ownStore();
    await history.write('bank', { from: '2026-11-01', to: '2026-11-01', metrics: ['gifts'] }, [{ day: '2026-11-01', metric: 'gifts', entity: '', value: 7 }], now());
    await history.setStanding({ source: 'bank', askedAt: now(), ok: true, says: '' });
    const before = await factsIn(history);
    const found = await planFor(history, { sample: true }, now)(stories, today);
    expect([await factsIn(history), found.stories, found.targets]).toEqual([before, stories, []]);
  });
});

test('when the organisation is no sample any more, its invented figures go and its own stay', async () => {
  const { history } = await ownStore();
  await planFor(history, { sample: true }, now)(stories, today);
  await history.write('bank', { from: '2026-11-01', to: '2026-11-01', metrics: ['gifts'] }, [{ day: '2026-11-01', metric: 'gifts', entity: '', value: 7 }], now());
  await history.setStanding({ source: 'bank', askedAt: now(), ok: true, says: '' });
  const found = await planFor(history, { sample: false }, now)(stories, today);
  expect(found.stories).toEqual(stories);
  expect((await history.standings()).map(({ source }) => source)).toEqual(['bank']);
  expect((await factsIn(history)).every((line) => line.includes('"bank"'))).toBe(true);
});
