import { describe, expect, test } from 'vitest';
import { aligned } from '../../src/charts/aligned.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { chartCsv } from '../../src/charts/csv.ts';
import type { Metric } from '../../src/domain/figure.ts';
import { sumOf } from '../../src/domain/periods/period-sum.ts';
import { metricSeries } from '../../src/reach/metric-series.ts';
import { completeThrough, oneVoice } from '../../src/reach/metric-sources.ts';
import type { KnownFigure } from '../../src/reach/reach-data.ts';

const span = { from: '2026-01-01', to: '2026-03-31' };
const figure = (source: string, metric: Metric, period: string, value: number, entity = ''): KnownFigure => ({ source, metric, period, value, entity, days: 1 });
/** A number for each of so many days of January and on. */
const daily = (source: string, metric: Metric, from: number, count: number, value: number) => Array.from({ length: count }, (_, index) => figure(source, metric, new Date(Date.UTC(2026, 0, from + index)).toISOString().slice(0, 10), value));
const valuesOf = (days: KnownFigure[], metric: Metric, through: Record<string, string> = {}) => metricSeries({ days, span, through }, metric).values;

describe('Who wrote about us', () => {
  const days = [figure('feeds/a', 'mentions', '2026-01-02', 3), figure('feeds/b', 'mentions', '2026-01-02', 1), figure('feeds/b', 'mentions', '2026-01-04', 2)];

  test('is added over feeds, and a day on which one feed alone told something keeps its number', () => {
    expect(valuesOf(days, 'mentions', { 'feeds/a': '2026-03-31', 'feeds/b': '2026-03-31' }).slice(0, 6)).toEqual([undefined, 4, 0, 2, 0, 0]);
  });

  test('is unknown where no feed was read any more', () => {
    expect(valuesOf(days, 'mentions', { 'feeds/a': '2026-01-05', 'feeds/b': '2026-01-05' }).slice(3, 7)).toEqual([2, 0, undefined, undefined]);
  });
});

describe('A source that ended', () => {
  const ended = daily('mollie', 'gifts', 1, 10, 2);
  const alive = daily('stripe', 'gifts', 5, 80, 1);
  const through = { mollie: '2026-01-10', stripe: '2026-03-25' };

  test('is not waited for', () => {
    expect(completeThrough({ days: [...ended, ...alive], span, through }, 'gifts')).toBe('2026-03-25');
  });

  test('keeps what it once knew', () => {
    expect(sumOf(metricSeries({ days: [...ended, ...alive], span, through }, 'gifts'), 'gifts', { from: '2026-01-05', to: '2026-01-12' })).toMatchObject({ value: 20, unknown: 0 });
  });

  test('speaks no more for what several sources count each in their own way', () => {
    const days = [...daily('analytics', 'views', 1, 40, 500), ...daily('visits', 'views', 62, 20, 70)];
    expect(valuesOf(days, 'views', { analytics: '2026-02-09', visits: '2026-03-31' })[61]).toBe(70);
  });
});

test('a video that two services of one channel count is counted once', () => {
  const days = [...daily('youtube', 'video-views', 1, 30, 100), ...daily('youtube-analytics', 'video-views', 1, 31, 100)];
  expect(valuesOf(days, 'video-views', { youtube: '2026-01-30', 'youtube-analytics': '2026-01-31' }).slice(0, 3)).toEqual([100, 100, 100]);
});

test('parts of a metric come from the source that speaks for the whole, however many parts another one has', () => {
  const days = [...daily('visits', 'views', 1, 50, 70), ...daily('analytics', 'views', 1, 60, 90)];
  const parts = [figure('visits', 'views', '2026-01-01', 1, 'campaign:a'), figure('visits', 'views', '2026-01-01', 1, 'campaign:b'), figure('analytics', 'views', '2026-01-01', 9, 'campaign:a')];
  expect(oneVoice(parts, { days, span, through: {} })).toEqual([parts[2]]);
});

describe('A number typed for a month', () => {
  const days = [figure('typed/volunteer-hours', 'volunteer-hours', '2026-01-31', 320), figure('typed/volunteer-hours', 'volunteer-hours', '2026-02-28', 290)];
  const data = { days, span, through: { 'typed/volunteer-hours': '2026-02-28' } };

  test('fills its month, the first one too', () => {
    const series = metricSeries(data, 'volunteer-hours', true);
    expect(sumOf(series, 'volunteer-hours', { from: '2026-01-01', to: '2026-01-31' })).toMatchObject({ value: 320, unknown: 0 });
    expect(sumOf(series, 'volunteer-hours', { from: '2026-02-01', to: '2026-02-28' })).toMatchObject({ value: 290, unknown: 0 });
  });

  test('says nothing about single days', () => {
    expect(metricSeries(data, 'volunteer-hours').values.slice(0, 31)).toEqual([...Array.from({ length: 30 }, () => undefined), 320]);
  });
});

describe('Lines of unequal length', () => {
  const chart: Chart = {
    id: 'gifts', title: 'Gifts', finding: '', unit: '', from: '2026-01-01', to: '2026-12-31', marks: [], bands: [], breaks: [],
    lines: [{ name: 'now', points: [{ at: '2026-01-01', value: 31 }, { at: '2026-10-01', value: null, shown: '66', name: '2026-10 – 2026-12' }] }, { name: 'before', points: ['2026-01-01', '2026-02-01', '2026-10-01'].map((at) => ({ at, value: 7 })), before: true }],
  };

  test('have the same place for the same time', () => {
    expect(aligned(chart).lines.map(({ points }) => points.map(({ at, value }) => [at, value]))).toEqual([[['2026-01-01', 31], ['2026-02-01', null], ['2026-10-01', null]], [['2026-01-01', 7], ['2026-02-01', 7], ['2026-10-01', 7]]]);
  });

  test('stand in a file under the names of their times', () => {
    expect(chartCsv(chart, 'From').split('\r\n').slice(1, 4)).toEqual(['2026-01-01,31,7', '2026-02-01,,7', '2026-10 – 2026-12,66,7']);
  });
});
