import { expect, test } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { chartTable } from '../../src/charts/table.ts';
import { elementsOfFragment } from '../page-tree.ts';
import { ownChart } from './own-chart.ts';

const table = (wish: Partial<Chart> = {}, lang = 'en') => chartTable(ownChart(wish), { lang, period: 'From', unknown: 'not known', happened: 'What happened' });
const rowsOf = (html: string) => elementsOfFragment(html).filter(({ name }) => name === 'tr').map((row) => elementsOfFragment(html).filter(({ name, parent }) => ['th', 'td'].includes(name) && parent?.text === row.text).map(({ text }) => text));

test('The table of a chart has every number, the latest first', () => {
  expect(rowsOf(table())).toEqual([['From', 'Page views'], ['23 Feb 2026', '80'], ['16 Feb 2026', '70'], ['9 Feb 2026', '60'], ['2 Feb 2026', '50'], ['26 Jan 2026', 'not known'], ['19 Jan 2026', '30'], ['12 Jan 2026', '20'], ['5 Jan 2026', '10']]);
});

test('A week that nobody knows is called so, and never a zero', () => {
  const rows = rowsOf(table({ lines: [{ name: 'a', points: [{ at: '2026-01-05', value: null }, { at: '2026-01-12', value: 0 }] }, { name: 'b', points: [{ at: '2026-01-12', value: 4 }] }] }));
  expect(rows.slice(1)).toEqual([['12 Jan 2026', '0', '4'], ['5 Jan 2026', 'not known', 'not known']]);
});

test('A number that is too small to be shown stands as such, and a longer period has its name', () => {
  expect(rowsOf(table({ lines: [{ name: 'Gifts', points: [{ at: '2026-01-01', value: null, shown: '<5', name: '2026-01 – 2026-02' }] }] }))[1]).toEqual(['2026-01 – 2026-02', '<5']);
});

test('What happened stands beside the week in which it did', () => {
  const rows = rowsOf(table({ marks: [{ at: '2026-02-04', kind: 'press', title: 'A call' }, { at: '2026-02-08', kind: 'event', title: 'A talk' }], breaks: [{ at: '2026-01-05', text: 'Counted anew' }] }));
  expect(rows[0]).toEqual(['From', 'Page views', 'What happened']);
  expect(rows.find(([day]) => day === '2 Feb 2026')![2]).toBe('A callA talk');
  expect(rows.at(-1)![2]).toBe('Counted anew');
});

test('Every row and column is named for whoever hears the table', () => {
  const elements = elementsOfFragment(table());
  expect(elements.filter(({ name }) => name === 'th').every(({ attributes }) => ['row', 'col'].includes(attributes['scope']!))).toBe(true);
  expect(elements.find(({ name }) => name === 'caption')!.text).toBe('Page views. Page views a week');
});

test('Days are told in the reader’s language, with the digits of the CSV', () => {
  expect(rowsOf(table({}, 'ar'))[1]![0]).toMatch(/23.*فبراير.*2026/);
  expect(rowsOf(table({ currency: 'EUR' }, 'nl'))[1]![1]!.replace(/\s/g, ' ')).toBe('€ 0,80');
});

test('No word of a title becomes markup', () => {
  const hostile = '<img src=x onerror=alert(1)>&amp;';
  const html = table({ title: hostile, unit: hostile, lines: [{ name: hostile, points: [{ at: '2026-01-05', value: 1, name: hostile, shown: hostile }] }], marks: [{ at: '2026-01-06', kind: 'other', title: hostile }] });
  const elements = elementsOfFragment(html);
  expect(elements.filter(({ name }) => name === 'img')).toEqual([]);
  expect(elements.filter(({ text }) => text === hostile).map(({ name }) => name)).toEqual(['th', 'th', 'td', 'td']);
  expect(elements.find(({ name }) => name === 'caption')!.text).toBe(`${hostile}. ${hostile}`);
});

test('What is told in another language than the page says in which, for whoever hears it', () => {
  const words = elementsOfFragment(table({ marks: [{ at: '2026-02-04', kind: 'other', title: 'A letter', lang: 'en' }] }, 'nl')).filter(({ attributes }) => attributes['lang'] === 'en');
  expect(words.map(({ text }) => text)).toEqual(['A letter']);
});

test.each([['ar', '<td><bdi dir="ltr">&#60;5</bdi></td>'], ['nl', '<td>&#60;5</td>']])('in “%s” a sign before a number stays before it', (lang, cell) => {
  const chart: Chart = { id: 'x', title: '', finding: '', unit: '', from: '2026-01-01', to: '2026-01-31', marks: [], bands: [], breaks: [], lines: [{ name: '', points: [{ at: '2026-01-01', value: null, shown: '<5' }] }] };
  expect(chartTable(chart, { lang, period: '', unknown: '', happened: '' })).toContain(cell);
});
