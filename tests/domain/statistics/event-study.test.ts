import { describe, expect, test } from 'vitest';
import { madeWeeks, NATURES } from '../../../integrations/bench/made-weeks.ts';
import { daysLater } from '../../../src/domain/calendar-day.ts';
import { seasonsIn } from '../../../src/domain/periods/season.ts';
import type { DaySeries } from '../../../src/domain/statistics/day-series.ts';
import { estimatedChange } from '../../../src/domain/statistics/estimated-change.ts';
import { eventStudy, placeboTest } from '../../../src/domain/statistics/event-study.ts';
import { indexedWeeks } from '../../../src/domain/statistics/indexed-window.ts';
import { placeboShare, shiftedMeans } from '../../../src/domain/statistics/placebo.ts';

const FIRST = '2024-01-01';
const seasons = seasonsIn({ from: FIRST, to: '2026-01-01' });
const at = (days: readonly number[]) => days.map((day) => ({ day: daysLater(FIRST, day), entity: 'story:press/invented' }));
const made = (nature: string, publications: number, effect: number, seed: number) => {
  const { values, publications: days } = madeWeeks(NATURES[nature]!, 104, publications, effect, seed);
  return { series: { from: FIRST, values } satisfies DaySeries, publications: at(days) };
};

describe('the placebo test', () => {
  test('counts the true days among the shifts, so that chance is never nought', () => {
    const contrasts = [5, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(placeboShare(shiftedMeans(contrasts, [0], 1))).toBe(1 / 10);
  });

  test('shifts all days together and around the end', () => {
    expect(shiftedMeans([1, 2, 3, 4], [0, 3], 1)).toEqual([2.5, 1.5, 2.5, 3.5]);
  });

  test('a shift with too few windows is not counted', () => {
    expect(shiftedMeans([1, undefined, 3], [0, 1], 2)).toEqual([undefined, undefined, 2]);
  });
});

describe('what a director is told about publications', () => {
  test('twice as much after twelve publications is likely more than chance, and its range holds the truth', () => {
    const { series, publications } = made('white noise', 12, 1, 5);
    const study = eventStudy(series, publications, { seasons });
    expect(study.verdict).toBe('likely');
    expect(study.chance).toBeLessThan(0.05);
    expect(study.range!.low).toBeGreaterThan(0);
    expect(study.range!.low).toBeLessThan(1);
    expect(study.range!.high).toBeGreaterThan(1);
  });

  test('less after publications is told as less', () => {
    const { series, publications } = made('white noise', 24, -0.6, 6);
    const { verdict, change } = eventStudy(series, publications, { seasons });
    expect([verdict, change! < 0]).toEqual(['likely', true]);
  });

  test('without an effect it cannot tell, says what it could have seen, and the range holds nought', () => {
    const { series, publications } = made('autocorrelated', 12, 0, 3);
    const study = eventStudy(series, publications, { seasons });
    expect(study.verdict).toBe('cannot-tell');
    expect(study.smallest).toBeGreaterThanOrEqual(0.2);
    expect(study.range!.low).toBeLessThanOrEqual(0);
    expect(study.range!.high).toBeGreaterThanOrEqual(0);
  });

  test('“no sign” is only said of figures that could have shown a modest effect', () => {
    const even = { from: FIRST, values: Array.from({ length: 728 }, (_, day) => 300 + ((day * 37) % 11)) };
    const study = eventStudy(even, at([40, 97, 170, 222, 301, 333, 410, 466, 520, 580, 640, 690]));
    expect(study.smallest).toBeLessThanOrEqual(0.15);
    expect(study.verdict).not.toBe('cannot-tell');
  });

  test('two publications are too few for anything but “cannot tell”', () => {
    const { series, publications } = made('white noise', 2, 3, 8);
    const study = eventStudy(series, publications);
    expect([study.verdict, study.change, study.smallest]).toEqual(['cannot-tell', undefined, undefined]);
    expect(study.cautions[0]).toEqual({ kind: 'few-publications', count: 2, wanted: 8 });
  });

  test('the same figures give the same answer', () => {
    const { series, publications } = made('seasonal', 12, 0.3, 9);
    expect(eventStudy(series, publications, { seasons })).toEqual(eventStudy(series, publications, { seasons }));
  });
});

describe('days that nobody knows', () => {
  test('are not taken for days without gifts', () => {
    const { series, publications } = made('white noise', 12, 0, 11);
    const gaps = { from: FIRST, values: series.values.map((value, day) => (day > 200 && day < 260 ? undefined : value)) };
    const zeros = { from: FIRST, values: series.values.map((value, day) => (day > 200 && day < 260 ? 0 : value)) };
    expect(eventStudy(gaps, publications).perWeek).toBeCloseTo(eventStudy(series, publications).perWeek, -1);
    expect(eventStudy(zeros, publications).perWeek).toBeLessThan(eventStudy(gaps, publications).perWeek - 2);
  });

  test('a publication in a gap is left out, and that is said', () => {
    const { series, publications } = made('white noise', 12, 0, 11);
    const gaps = { from: FIRST, values: series.values.map((value, day) => (day > 280 && day < 330 ? undefined : value)) };
    const study = eventStudy(gaps, [...publications, ...at([300])]);
    expect(study.used).toBeLessThan(study.publications);
    expect(study.cautions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unknown-days', 'left-out']));
    expect(study.each.find(({ day }) => day === daysLater(FIRST, 300))).toMatchObject({ after: undefined, change: undefined, unknown: 28 });
  });

  test('nothing known at all is no error', () => {
    expect(eventStudy({ from: FIRST, values: [undefined, undefined] }, at([0, 1, 1])).verdict).toBe('cannot-tell');
    expect(eventStudy({ from: FIRST, values: [] }, []).verdict).toBe('cannot-tell');
  });
});

describe('the table of publications', () => {
  test('tells before, after, overlapping publications and other events', () => {
    const series = { from: FIRST, values: Array.from({ length: 400 }, (_, day) => (day >= 100 && day < 114 ? 3 : 2)) };
    const { each, cautions } = eventStudy(series, at([100, 110, 200, 300]), { others: [{ day: daysLater(FIRST, 105), text: 'Broadcast' }], questions: 3 });
    expect(each.map(({ before, after, overlaps, others }) => [before, after, overlaps, others.length])).toEqual([[28, 42, 1, 1], [38, 32, 1, 1], [28, 28, 0, 0], [28, 28, 0, 0]]);
    expect(cautions).toEqual(expect.arrayContaining([{ kind: 'overlaps', count: 2, of: 4 }, { kind: 'other-events', count: 2 }, { kind: 'several-questions', count: 3 }]));
  });

  test('says nothing of two weeks that are not over, nor of two weeks with a gap', () => {
    const series = { from: FIRST, values: Array.from({ length: 400 }, (_, day) => (day === 195 ? undefined : 2)) };
    const { each } = eventStudy(series, at([100, 200, 386, 392]));
    expect(each.map(({ before, after, open, change }) => [before, after, open, change === undefined])).toEqual([[28, 28, false, false], [undefined, 28, false, true], [28, 28, false, false], [28, undefined, true, true]]);
  });

  test('the weeks around publications are indexed to what was to be expected', () => {
    const { series, publications } = made('white noise', 12, 1, 4);
    const weeks = indexedWeeks(series, publications, { seasons });
    expect(weeks.map(({ week }) => week)).toEqual([-4, -3, -2, -1, 0, 1, 2, 3]);
    expect(weeks.find(({ week }) => week === 0)!.index).toBeGreaterThan(weeks.find(({ week }) => week === 0)!.high!);
  });
});

describe('the range', () => {
  test.each([['autocorrelated', 12, 0.5], ['white noise', 24, 0.3], ['growing', 12, 1]] as const)('of %s figures holds the true effect mostly, and its middle is not drawn towards nought', (nature, publications, effect) => {
    const studies = Array.from({ length: 40 }, (_, run) => {
      const { known, days, least } = ((some) => placeboTest(some.series, some.publications, { seasons }))(made(nature, publications, effect, 5_000_000 + run));
      return estimatedChange(known, days, least, { seasons });
    });
    expect(studies.filter(({ low, high }) => low <= effect && effect <= high).length).toBeGreaterThanOrEqual(34);
    const middle = Math.expm1(studies.reduce((sum, { change }) => sum + Math.log1p(change), 0) / studies.length);
    expect(Math.abs(middle - effect)).toBeLessThan(0.25 * effect);
  });
});

describe('a small simulation; the large one is “npm run bench -- statistics”', () => {
  const RUNS = 60;
  test.each(Object.keys(NATURES))('of %s figures without a link, few are called likely', (nature) => {
    const alarms = Array.from({ length: RUNS }, (_, run) => made(nature, 12, 0, 2 * run + 1)).filter(({ series, publications }) => placeboTest(series, publications, { seasons }).chance <= 0.05);
    expect(alarms.length / RUNS).toBeLessThanOrEqual(0.12);
  });

  test.each(Object.keys(NATURES))('of %s figures, a half more after twelve publications is mostly found', (nature) => {
    const found = Array.from({ length: RUNS }, (_, run) => made(nature, 12, 0.5, 1_000_000 + run)).filter(({ series, publications }) => placeboTest(series, publications, { seasons }).chance <= 0.05);
    expect(found.length / RUNS).toBeGreaterThanOrEqual(0.75);
  });
});
