import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/domain/periods/period.ts';
import { yearAxis } from '../../src/reach/metric-chart.ts';
import { metricTotals } from '../../src/reach/metric-totals.ts';
import { monthCsv } from '../../src/reach/month-csv.ts';
import { quietPoints } from '../../src/reach/quiet-points.ts';
import { toldCounts } from '../../src/reach/told-counts.ts';
import { tablesOf } from '../../src/reach/view.ts';
import { blocksOf, english, ownReach, viewAt } from './own-reach.ts';
import { everyDay } from './paper-history.ts';

const years = { from: '2024-10-01', to: '2026-11-23' };
const on = (counts: Record<string, number>) => everyDay('applications', years, (day) => counts[day] ?? 0);
const month = (at: string) => periodOf('month', `${at}-01`);
const axis = yearAxis('2026-11-23');

describe('numbers of people', () => {
  test('of a busy organisation are drawn week by week, of months that are over', async () => {
    const data = await ownReach(everyDay('applications', years, () => 6)).data();
    const { step, points } = quietPoints(data, 'applications', axis, [{}, { before: true }], 'hidden');
    expect([step, points[0]!.every(({ value }) => value === 42), points[0]!.at(-1)!.at, points[1]!.at(-1)!.at]).toEqual(['week', true, '2026-10-19', '2026-11-16']);
  });

  test('are drawn month by month when the end of one month left two people of a week', async () => {
    const data = await ownReach(everyDay('applications', years, (day) => (day === '2026-08-01' || day === '2026-08-02' ? 1 : 6))).data();
    const { step, points } = quietPoints(data, 'applications', axis, [{}], 'hidden');
    expect([step, points[0]!.find(({ at }) => at === '2026-08-01')!.value]).toEqual(['month', 29 * 6 + 2]);
  });

  test('of a quiet quarter are drawn as one, and of a quiet month as “<5”', async () => {
    const data = await ownReach(on({ '2026-01-05': 3, '2026-02-05': 4, '2026-03-05': 2, '2026-04-05': 20, '2026-05-05': 3 })).data();
    const [points] = quietPoints(data, 'applications', axis, [{}], 'hidden').points;
    expect(points!.filter(({ at }) => at >= '2026-01-01' && at < '2026-06-01')).toEqual([{ at: '2026-01-01', value: null, shown: '9', name: '2026-01 – 2026-03' }, { at: '2026-04-01', value: 20 }, { at: '2026-05-01', value: null, shown: '<5' }]);
  });

  test('of a quarter are hidden when its shown months would tell the third', async () => {
    const told = toldCounts(await ownReach(on({ '2026-01-05': 3, '2026-02-05': 40, '2026-03-05': 50 })).data(), 'applications');
    expect(['2026-01', '2026-02', '2026-03'].map((at) => told.total(month(at)))).toEqual(['few', 40, 50]);
    expect(told.total(periodOf('quarter', '2026-01-01'))).toBe('hidden');
  });

  test('that stand, such as volunteers, are hidden by themselves', async () => {
    const told = toldCounts(await ownReach(everyDay('volunteers', years, (day) => (day < '2026-06-30' ? 4 : 12))).data(), 'volunteers');
    expect([told.total(month('2026-05')), told.total(month('2026-06'))]).toEqual(['few', 12]);
  });

  test('that are true noughts are shown', async () => {
    expect(toldCounts(await ownReach(on({})).data(), 'applications').total(month('2026-10'))).toBe(0);
  });

  test('are not told of a month that still runs', async () => {
    expect(toldCounts(await ownReach(on({ '2026-11-02': 30 })).data(), 'applications').total(month('2026-11'))).toBeUndefined();
  });

  test('in total stand without a change that would tell the month before', async () => {
    const totals = (counts: Record<string, number>) => ownReach(on(counts)).data().then((data) => metricTotals(data, ['applications'], month('2026-10'), english)[0]!);
    expect(await totals({ '2026-09-05': 2, '2026-10-05': 8 })).toEqual({ name: 'People who want to volunteer', value: '8', notes: [''] });
    expect(await totals({ '2026-09-05': 10, '2026-10-05': 3 })).toEqual({ name: 'People who want to volunteer', value: 'fewer than 5', notes: [''] });
    expect((await totals({ '2026-09-05': 10, '2026-10-05': 15 })).notes).toContain('+50% against September 2026');
  });

  test('stand in the file of months as on the page', async () => {
    const lines = monthCsv(await ownReach(on({ '2026-09-05': 2, '2026-10-05': 8 })).data()).split('\r\n');
    expect(lines.filter((line) => /^2026-(08|09|10)/.test(line))).toEqual(['2026-08,applications,0,0', '2026-09,applications,<5,0', '2026-10,applications,8,0']);
  });
});

describe('what changed', () => {
  const cards = async (counts: Record<string, number>, targets: { metric: 'applications'; entity: string; value: number; from: string; to: string }[] = []) =>
    blocksOf(await viewAt(ownReach([...on(counts), ...everyDay('views', years, () => 9)], { plan: { targets } }), '')).flatMap((block) => (block.kind === 'cards' ? block.cards : [])).filter(({ title, tone }) => tone !== 'verdict' && title.startsWith('People'));

  test('tells a number of people and its change when both periods may be told', async () => {
    expect((await cards({ '2025-10-05': 20, '2026-10-05': 30 }))[0]!.title).toBe('People who want to volunteer went up by 50%: 30 in October 2026.');
  });

  test('tells neither the change from a small number nor that number', async () => {
    const [card] = await cards({ '2025-10-05': 4, '2026-10-05': 8 });
    expect([card!.title, JSON.stringify(card).includes('100')]).toEqual(['People who want to volunteer, October 2026: 8', false]);
    expect((await cards({ '2025-10-05': 40, '2026-10-05': 3 }))[0]!.title).toBe('People who want to volunteer, October 2026: fewer than 5');
  });

  test('tells of a target what the months that are over have brought, and nothing where one of them is small', async () => {
    const target = { metric: 'applications' as const, entity: '', value: 100, from: '2026-01-01', to: '2026-12-31' };
    expect((await cards({ '2026-02-05': 60, '2026-10-05': 50, '2026-11-05': 2 }, [target])).map(({ title }) => title)).toContain('People who want to volunteer: 110 of 100, reached.');
    expect((await cards({ '2026-02-05': 60, '2026-10-05': 2 }, [target])).map(({ title }) => title)).toContain('People who want to volunteer: hidden');
  });
});

describe('people by language and campaign', () => {
  const parts = (rows: [entity: string, counts: Record<string, number>][]) => rows.flatMap(([entity, counts]) => Object.entries(counts).map(([day, value]) => ({ day, source: 'own', metric: 'applications' as const, entity, value })));
  const table = async (place: string, rows: ReturnType<typeof parts>, whole: Record<string, number>, id: string) => tablesOf(blocksOf(await viewAt(ownReach([...on(whole), ...everyDay('views', years, () => 100), ...rows]), place))).find((one) => one.id === id)!.rows.map((cells) => cells.map(({ text }) => text));

  test('hide a small part, and another one so that it cannot be computed from the whole', async () => {
    const rows = parts([['lang:nl', { '2026-10-05': 30 }], ['lang:ar', { '2026-10-05': 8 }], ['lang:uk', { '2026-10-05': 2 }]]);
    expect(await table('volunteers', rows, { '2026-10-05': 40 }, 'by-language')).toEqual([['Dutch', '30'], ['Arabic', 'hidden'], ['Ukrainian', '<5']]);
  });

  test('hide a part also when the rest without any would be small', async () => {
    const rows = parts([['lang:nl', { '2026-10-05': 30 }], ['lang:ar', { '2026-10-05': 8 }]]);
    expect(await table('volunteers', rows, { '2026-10-05': 40 }, 'by-language')).toEqual([['Dutch', '30'], ['Arabic', 'hidden']]);
  });

  test('hide the same in the funnel, whose bars tell nothing more', async () => {
    const rows = parts([['campaign:net', { '2026-10-05': 3 }]]);
    const desk = ownReach([...on({ '2026-10-05': 40 }), ...everyDay('views', years, () => 100), ...rows]);
    const view = await viewAt(desk, 'campaigns');
    expect(tablesOf(blocksOf(view))[0]!.rows.map((cells) => cells[3]!.text)).toEqual(['<5', 'hidden']);
    const few = await viewAt(ownReach([...on({ '2026-10-05': 3 }), ...everyDay('views', years, () => 100)]), 'campaigns');
    expect(blocksOf(few).flatMap((block) => (block.kind === 'funnel' ? block.steps : []))[2]).toEqual({ name: 'People who want to volunteer', value: '<5', share: 0, note: '' });
  });
});
