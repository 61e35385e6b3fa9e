import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartCsv, csvCell } from '../../src/charts/csv.ts';
import { ownChart } from './own-chart.ts';

const rowsOf = (csv: string) => parse(csv, { bom: true }) as string[][];

test('The numbers of a chart open in a spreadsheet as letters and numbers of every language', () => {
  const csv = chartCsv(ownChart({ lines: [{ name: 'زيارات الصفحات', points: [{ at: '2026-01-05', value: 12.5 }] }] }), 'من');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(rowsOf(csv)).toEqual([['من', 'زيارات الصفحات'], ['2026-01-05', '12.5']]);
});

test('Days stand in the order of time; unknown is empty, zero is zero, and a small number stays hidden', () => {
  const csv = chartCsv(ownChart({ lines: [{ name: 'a', points: [{ at: '2026-01-05', value: null }, { at: '2026-01-12', value: 0 }] }, { name: 'b', points: [{ at: '2026-01-12', value: null, shown: '<5' }, { at: '2025-12-29', value: 7 }] }] }), 'week');
  expect(rowsOf(csv)).toEqual([['week', 'a', 'b'], ['2025-12-29', '', '7'], ['2026-01-05', '', ''], ['2026-01-12', '0', '<5']]);
});

test('Money stands in whole units, with its currency in the head', () => {
  const csv = chartCsv(ownChart({ currency: 'TRY', lines: [{ name: 'Sum', points: [{ at: '2026-01-01', value: 1_234_567 }, { at: '2026-02-01', value: -50 }] }] }), 'month');
  expect(rowsOf(csv)).toEqual([['month', 'Sum (TRY)'], ['2026-01-01', '12345.67'], ['2026-02-01', '-0.5']]);
});

test.each(['=HYPERLINK("http://evil.example")', '+1+1', '-1+1', '@SUM(A1)', '\tx', '\r=1', '=1\n2'])('A cell that a spreadsheet would run is text: %j', (cell) => {
  expect(rowsOf(csvCell(cell))).toEqual([[`'${cell}`]]);
});

test('A number below zero stays a number', () => {
  expect([csvCell('-12'), csvCell('-0.5')]).toEqual(['-12', '-0.5']);
});

test('Whatever a name holds, it comes back as it was or made harmless, and never as two cells', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
    fc.pre(!name.startsWith('\uFEFF'));
    const [[head]] = parse(`${csvCell(name)},end`, { record_delimiter: '\r\n\r\n' }) as [string[]];
    expect([name, `'${name}`]).toContain(head);
    expect(head).not.toMatch(/^[=+@\t\r]/);
  }));
});
