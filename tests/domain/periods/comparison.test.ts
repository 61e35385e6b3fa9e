import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/domain/periods/comparison.ts';
import { whatChanged } from '../../../src/domain/periods/change.ts';
import { sumOf } from '../../../src/domain/periods/period-sum.ts';

const series = (value: (day: number) => number | undefined, length = 1200) => ({ from: '2023-09-01', values: Array.from({ length }, (_, day) => value(day)) });
const [now, then] = [{ from: '2026-10-01', to: '2026-10-31' }, { from: '2025-10-01', to: '2025-10-31' }];
const doubled = series((day) => (day < 900 ? 5 : 10));

describe('two months side by side', () => {
  test('are compared when both are whole', () => {
    expect(compare(doubled, 'gifts', now, then, '2026-11-20')).toMatchObject({ kind: 'compared', difference: 155, change: 1, now: { value: 310, unknown: 0 } });
  });

  test('are not compared while one still runs', () => {
    expect(compare(doubled, 'gifts', now, then, '2026-10-30').kind).toBe('not-closed');
  });

  test('are not compared when a day is unknown, and the sum says so', () => {
    const gap = series((day) => (day === 1130 ? undefined : 5));
    expect(compare(gap, 'gifts', now, then, '2026-11-20')).toMatchObject({ kind: 'unknown-days', count: 1, now: { value: 150, days: 31, unknown: 1 } });
  });

  test('are not compared across a new way of counting', () => {
    const at = { day: '2026-06-01', metric: 'gifts' as const, text: 'Gifts at stalls are counted too.' };
    expect(compare(doubled, 'gifts', now, then, '2026-11-20', [at])).toMatchObject({ kind: 'method-break', at });
    expect(compare(doubled, 'views', now, then, '2026-11-20', [at]).kind).toBe('compared');
    expect(compare(doubled, 'gifts', now, then, '2026-11-20', [{ ...at, day: '2025-10-01' }]).kind).toBe('compared');
  });

  test('a month of which nothing is known is no nought', () => {
    expect(compare(series((day) => (day < 800 ? undefined : 5)), 'gifts', now, then, '2026-11-20')).toMatchObject({ kind: 'nothing-known', which: 'then' });
    expect(compare(series(() => 0), 'gifts', now, then, '2026-11-20')).toMatchObject({ kind: 'compared', difference: 0, change: undefined });
  });

  test('followers are the last number known, not a sum', () => {
    expect(sumOf(series((day) => (day === 1156 ? undefined : day)), 'followers', now)).toMatchObject({ value: 1155, unknown: 1 });
  });
});

describe('what changed', () => {
  const october = { kind: 'month' as const, ...now };

  test('a change as never before comes first and is called clear; the usual up and down is called small', () => {
    const steady = series((day) => 20 + ((day * 13) % 7));
    const jump = series((day) => (day >= 1126 ? 60 : 20 + ((day * 13) % 7)));
    const found = whatChanged(october, [
      { metric: 'gifts', series: steady, completeThrough: '2026-11-20', breaks: [] },
      { metric: 'views', series: jump, completeThrough: '2026-11-20', breaks: [] },
    ]);
    expect(found.map(({ metric }) => metric)).toEqual(['views', 'gifts']);
    expect(found[0]).toMatchObject({ kind: 'year-on-year', certainty: 'clear', asGreat: 0 });
    expect(found[1]).toMatchObject({ certainty: 'small' });
  });

  test('with few earlier months nobody can say whether that is unusual', () => {
    const short = { from: '2025-01-01', values: Array.from({ length: 680 }, (_, day) => (day >= 638 ? 60 : 20)) };
    expect(whatChanged(october, [{ metric: 'views', series: short, completeThrough: '2026-11-10', breaks: [] }])[0]).toMatchObject({ kind: 'year-on-year', certainty: 'unsure' });
  });

  test('what cannot be compared is said, with its reason', () => {
    const gap = series((day) => (day === 1130 ? undefined : 5));
    expect(whatChanged(october, [{ metric: 'gifts', series: gap, completeThrough: '2026-11-20', breaks: [] }])[0]).toMatchObject({ kind: 'not-comparable', comparison: { kind: 'unknown-days' } });
  });
});
