import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../integrations/store/open-store.ts';
import { SAMPLE_NATURES } from '../../integrations/sample/sample-model.ts';
import { sampleSurroundings, writeSampleHistory, type SampleSurroundings } from '../../integrations/sample/sample-history.ts';
import type { Metric } from '../../src/domain/figure.ts';
import { giftTables } from '../../src/domain/money/gift-table.ts';
import { compare } from '../../src/domain/periods/comparison.ts';
import { lastClosed, yearBefore } from '../../src/domain/periods/period.ts';
import { seasonsIn } from '../../src/domain/periods/season.ts';
import { seriesOf } from '../../src/domain/statistics/day-series.ts';
import { eventStudy } from '../../src/domain/statistics/event-study.ts';

const until = '2026-11-22';
const own = ['2026-09-01', '2026-09-28', '2026-10-12', '2026-11-17'].map((day, index) => ({ day, entity: `story:press/own-${index}` }));
const wish = { until, publications: own, at: Date.parse('2026-11-23T06:00:00Z') };

let folder: string;
let store: Store;
let around: SampleSurroundings;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'));
  store = await openStore({ DATA_DIR: folder }, folder);
  around = await writeSampleHistory(store.history, wish);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const seriesIn = async (metric: Metric) => seriesOf(await store.history.series({ ...around.stretch, metrics: [metric], about: { entity: '' }, by: 'day' }), around.stretch);
const study = async (metric: Metric) => eventStudy(await seriesIn(metric), around.publications, {
  seasons: seasonsIn(around.stretch), breaks: around.breaks.filter((one) => one.metric === metric).map(({ day }) => day), others: around.others,
});

describe('a newcomer sees three years of invented figures', () => {
  test('all of them under sources that say so', async () => {
    expect((await store.history.standings()).every(({ source }) => source.startsWith('sample/'))).toBe(true);
    expect((await store.history.standings()).length).toBe(8);
  });

  test('with the organisation’s own publications, and invented ones that are marked', () => {
    expect(around.publications.length).toBeGreaterThanOrEqual(24);
    expect(around.publications.filter(({ invented }) => !invented).map(({ day }) => day)).toEqual(own.map(({ day }) => day));
  });

  test('whose past stays as it was when they are written a week later', async () => {
    const [now, later] = [sampleSurroundings(wish), sampleSurroundings({ ...wish, until: '2026-11-29' })];
    expect(later.publications.filter(({ day }) => day <= until)).toEqual(now.publications.filter(({ day }) => day >= later.stretch.from));
    const other = await openStore({ DATA_DIR: join(folder, 'later') }, folder);
    await writeSampleHistory(other.history, { ...wish, until: '2026-11-29' });
    const whole = { from: '2024-01-01', to: '2026-10-31', about: { entity: '' }, by: 'month' as const, metrics: ['gifts', 'views', 'applications'] as const };
    expect(await other.history.series(whole)).toEqual(await store.history.series(whole));
    await other.close();
  });

  test('written again, nothing changes', async () => {
    const before = await store.history.series({ ...around.stretch, about: { entity: '' }, by: 'month' });
    expect(await writeSampleHistory(store.history, wish)).toEqual(around);
    expect(await store.history.series({ ...around.stretch, about: { entity: '' }, by: 'month' })).toEqual(before);
    expect(await store.history.revisions(around.stretch, 10)).toEqual([]);
    expect(sampleSurroundings(wish)).toEqual(around);
  });

  test('in which a service was silent for nine days, and the dashboard compares no month with them', async () => {
    const september = { kind: 'month' as const, from: '2026-09-01', to: '2026-09-30' };
    expect(compare(await seriesIn('search-clicks'), 'search-clicks', september, yearBefore(september), until)).toMatchObject({ kind: 'unknown-days', count: 9 });
  });

  test('in which video views were counted anew, and no year is compared across that', async () => {
    const year = lastClosed('year', until);
    expect(compare(await seriesIn('video-views'), 'video-views', year, yearBefore(year), until, around.breaks)).toMatchObject({ kind: 'method-break' });
  });

  test('in which lira and euros are given, once and monthly, and some given back', async () => {
    const gifts = await store.history.gifts(around.stretch);
    expect(giftTables(gifts, '2025', '2025-12-31').byKind.columns).toEqual(['EUR monthly', 'EUR once', 'TRY monthly', 'TRY once']);
    expect(gifts.some(({ refunded }) => refunded > 0)).toBe(true);
  });
});

describe('the dashboard’s verdicts are those of the model that made the figures', () => {
  test.each(['gifts', 'views', 'signatures'] as const)('%s rose after publications, and that is found', async (metric) => {
    const { verdict, range } = await study(metric);
    expect(verdict).toBe('likely');
    expect(range!.low).toBeGreaterThan(0);
    expect(range!.low).toBeLessThan(SAMPLE_NATURES[metric].effect);
    expect(range!.high).toBeGreaterThan(SAMPLE_NATURES[metric].effect);
  });

  test.each(['applications', 'video-views'] as const)('%s did not, and nothing is claimed', async (metric) => {
    const { verdict, range, smallest } = await study(metric);
    expect(verdict).not.toBe('likely');
    expect([range!.low <= 0, range!.high >= 0]).toEqual([true, true]);
    expect(smallest).toBeGreaterThan(0);
  });
});
