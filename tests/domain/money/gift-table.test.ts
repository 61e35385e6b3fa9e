import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gift } from '../../../src/domain/gift.ts';
import { giftTables, type GiftTable, type ShownCount } from '../../../src/domain/money/gift-table.ts';
import { daysLater } from '../../../src/domain/calendar-day.ts';

let key = 0;
const gift = (day: string, more: Partial<Gift> = {}): Gift => ({ key: String(key++), day, currency: 'EUR', kind: 'once', amount: 2500, refunded: 0, campaign: '', ...more });
const many = (count: number, day: string, more: Partial<Gift> = {}) => Array.from({ length: count }, () => gift(day, more));
const row = (table: GiftTable, from: string, kind = 'month') => table.rows.find(({ period }) => period.from === from && period.kind === kind)!;

describe('gifts that directors and the board may see', () => {
  test('currencies and kinds stand apart, and sums are net of refunds', () => {
    const { byKind } = giftTables([...many(6, '2026-01-05', { refunded: 500 }), ...many(7, '2026-01-09', { kind: 'monthly', amount: 1000 }), ...many(8, '2026-01-20', { currency: 'TRY', amount: 9000 })], '2026', '2026-01-31');
    expect(byKind.columns).toEqual(['EUR monthly', 'EUR once', 'TRY once']);
    expect(row(byKind, '2026-01-01')).toMatchObject({ total: 21, cells: [{ count: 7, sum: 7000, median: 1000 }, { count: 6, sum: 12_000, median: 2000 }, { count: 8, sum: 72_000, median: 9000 }] });
  });

  test('a gift that was given back whole is none', () => {
    expect(row(giftTables([...many(5, '2026-01-05'), gift('2026-01-06', { refunded: 2500 })], '2026', '2026-01-31').byKind, '2026-01-01').total).toBe(5);
  });

  test('one to four gifts are “few”, and another number is hidden so that they cannot be computed', () => {
    const { byKind } = giftTables([...many(3, '2026-01-05'), ...many(40, '2026-01-09', { kind: 'monthly' })], '2026', '2026-01-31');
    expect(row(byKind, '2026-01-01').cells).toEqual([{ count: 'hidden', sum: 'hidden', median: 'hidden' }, { count: 'few', sum: 'hidden', median: 'hidden' }]);
    expect(row(byKind, '2026-01-01').total).toBe(43);
  });

  test('a month without gifts shows its nought', () => {
    expect(row(giftTables(many(9, '2026-01-05'), '2026', '2026-02-28').byKind, '2026-02-01')).toMatchObject({ total: 0, cells: [{ count: 0, sum: undefined }] });
  });

  test('a sum is hidden when one gift is more than four fifths of it', () => {
    const { byKind } = giftTables([...many(6, '2026-01-05'), gift('2026-01-20', { amount: 1_000_000 })], '2026', '2026-01-31');
    expect(row(byKind, '2026-01-01').cells[0]).toEqual({ count: 7, sum: 'hidden', median: 'hidden' });
  });

  test('the sum of a quarter does not tell the one hidden month', () => {
    const gifts = [...many(6, '2026-01-05'), gift('2026-01-20', { amount: 1_000_000 }), ...many(10, '2026-02-05'), ...many(10, '2026-03-05')];
    expect(row(giftTables(gifts, '2026', '2026-03-31').byKind, '2026-01-01', 'quarter').cells[0]!.sum).toBe('hidden');
  });

  test('a month that still runs is not in the table', () => {
    expect(giftTables(many(9, '2026-02-05'), '2026', '2026-02-20').byKind.rows.map(({ period }) => period.from)).toEqual(['2026-01-01']);
  });
});

const gifts = fc.array(fc.record({
  at: fc.integer({ min: 0, max: 180 }), count: fc.integer({ min: 1, max: 9 }), currency: fc.constantFrom('EUR', 'TRY'), kind: fc.constantFrom('once' as const, 'monthly' as const), campaign: fc.constantFrom('', 'net', 'school'), amount: fc.integer({ min: 500, max: 20_000 }),
}), { maxLength: 12 }).map((some) => some.flatMap(({ at, count, ...more }) => many(count, daysLater('2026-01-01', at), more)));

/**
 * Whether somebody who sees these tables can compute a hidden number: the sums of both tables are equations, the unknowns
 * are what is hidden, and a number is computed when elimination leaves it alone. Independent of how tables hide.
 */
function computable(tables: readonly { name: string; table: GiftTable }[]): string[] {
  const names: string[] = [];
  const equations: { parts: Map<number, number>; rest: number }[] = [];
  const equation = (terms: [string, ShownCount, number][]) => {
    const parts = new Map<number, number>();
    let rest = 0;
    for (const [name, count, sign] of terms) {
      if (typeof count === 'number') rest -= sign * count;
      else {
        if (!names.includes(name)) names.push(name);
        const index = names.indexOf(name);
        parts.set(index, (parts.get(index) ?? 0) + sign);
      }
    }
    if (parts.size > 0) equations.push({ parts, rest });
  };
  for (const { name, table } of tables) {
    for (const { period, cells, total } of table.rows) {
      const own = `${period.kind} ${period.from}`;
      equation([[`total ${own}`, total, -1], ...cells.map(({ count }, column): [string, ShownCount, number] => [`${name} ${own} ${column}`, count, 1])]);
      if (period.kind === 'month') continue;
      const below = table.rows.filter((other) => other.period.kind === (period.kind === 'year' ? 'quarter' : 'month') && other.period.from >= period.from && other.period.to <= period.to);
      for (const [column, { count }] of cells.entries()) equation([[`${name} ${own} ${column}`, count, -1], ...below.map((other): [string, ShownCount, number] => [`${name} ${other.period.kind} ${other.period.from} ${column}`, other.cells[column]!.count, 1])]);
      equation([[`total ${own}`, total, -1], ...below.map((other): [string, ShownCount, number] => [`total ${other.period.kind} ${other.period.from}`, other.total, 1])]);
    }
  }
  const matrix = equations.map(({ parts }) => names.map((_, index) => parts.get(index) ?? 0));
  const pivots: number[][] = [];
  for (let column = 0, from = 0; column < names.length; column++) {
    const found = matrix.findIndex((line, index) => index >= from && Math.abs(line[column]!) > 1e-9);
    if (found < 0) continue;
    [matrix[from], matrix[found]] = [matrix[found]!, matrix[from]!];
    const scale = matrix[from]![column]!;
    matrix[from] = matrix[from]!.map((value) => value / scale);
    for (const [index, line] of matrix.entries()) if (index !== from && line[column] !== 0) matrix[index] = line.map((value, at) => value - line[column]! * matrix[from]![at]!);
    pivots.push([column, from++]);
  }
  return pivots.filter(([column, line]) => matrix[line!]!.every((value, at) => at === column || Math.abs(value) < 1e-9)).map(([column]) => names[column!]!);
}

describe('nobody can compute what is hidden', () => {
  test('not from totals, quarters, the year or the other table', () => {
    fc.assert(fc.property(gifts, (some) => {
      const { byKind, byCampaign } = giftTables(some, '2026', '2026-12-31');
      const found = computable([{ name: 'kind', table: byKind }, { name: 'campaign', table: byCampaign }]);
      // With a threshold of 1 nothing is hidden: the truth.
      const truth = giftTables(some, '2026', '2026-12-31', 1);
      const few = (count: ShownCount) => typeof count === 'number' && count > 0 && count < 5;
      const secrets = [['kind', truth.byKind] as const, ['campaign', truth.byCampaign] as const].flatMap(([name, { rows }]) => rows.flatMap(({ period, cells, total }) => [
        ...cells.flatMap(({ count }, column) => (few(count) ? [`${name} ${period.kind} ${period.from} ${column}`] : [])), ...(few(total) ? [`total ${period.kind} ${period.from}`] : []),
      ]));
      expect(found.filter((name) => secrets.includes(name))).toEqual([]);
    }), { numRuns: 200 });
  });

  test('the check finds a number that can be computed', () => {
    const period = { kind: 'month' as const, from: '2026-01-01', to: '2026-01-31' };
    const cell = (count: ShownCount) => ({ count, sum: undefined, median: undefined });
    expect(computable([{ name: 'kind', table: { columns: ['a', 'b'], rows: [{ period, cells: [cell('few'), cell(40)], total: 43 }] } }])).toEqual(['kind month 2026-01-01 0']);
  });

  test('not from the sum of a quarter or the year', () => {
    fc.assert(fc.property(gifts, (some) => {
      const { byKind } = giftTables(some, '2026', '2026-12-31');
      const hidden = (cells: GiftTable['rows'], column: number) => cells.filter(({ cells: all }) => all[column]!.sum === 'hidden').length;
      for (const upper of byKind.rows.filter(({ period }) => period.kind !== 'month')) {
        const below = byKind.rows.filter(({ period }) => period.kind === (upper.period.kind === 'year' ? 'quarter' : 'month') && period.from >= upper.period.from && period.to <= upper.period.to);
        for (const column of byKind.columns.keys()) if (upper.cells[column]!.sum !== 'hidden') expect(hidden(below, column)).not.toBe(1);
      }
    }), { numRuns: 60 });
  });

  test('a later table tells of earlier periods what an earlier table told, and no more', () => {
    fc.assert(fc.property(gifts, fc.constantFrom('2026-01-31', '2026-02-28', '2026-03-31', '2026-05-31'), (some, early) => {
      const [before, after] = [early, '2026-12-31'].map((through) => giftTables(some, '2026', through).byKind) as [GiftTable, GiftTable];
      for (const old of before.rows) expect(row(after, old.period.from, old.period.kind)).toEqual(old);
    }), { numRuns: 60 });
  });

  test('one to four are never shown', () => {
    fc.assert(fc.property(gifts, (some) => {
      const { byKind, byCampaign } = giftTables(some, '2026', '2026-12-31');
      const shown = [byKind, byCampaign].flatMap(({ rows }) => rows.flatMap(({ cells, total }) => [total, ...cells.map(({ count }) => count)]));
      expect(shown.filter((count) => typeof count === 'number' && count > 0 && count < 5)).toEqual([]);
    }), { numRuns: 60 });
  });
});
