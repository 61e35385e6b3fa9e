import { expect, test } from 'vitest';
import { dayCell, numberCell, periodCell, shareCell } from '../../src/reach/cell.ts';
import { csvOf } from '../../src/reach/view-csv.ts';
import { reachWordsIn } from '../../src/reach/words/reach-text.ts';

test('the CSV of a table is the same in every language, with days by ISO 8601, plain numbers and a name of its own for each column', () => {
  const [csv, ...others] = ['nl', 'ar', 'uk'].map((lang) => csvOf({
    name: 'donations', title: '', intro: '',
    sections: [{
      id: 'gifts', title: '', blocks: [{
        kind: 'table', table: {
          id: 'gifts', caption: '', head: [{ text: 'from' }, { text: 'day' }, { text: 'sum', full: 'EUR: sum' }, { text: 'sum', full: 'TRY: sum' }, { text: 'share' }],
          rows: [[periodCell(lang, { kind: 'month', from: '2026-10-01', to: '2026-10-31' }), dayCell(lang, '2026-10-05'), numberCell(lang, 7476), { text: '<5' }, shareCell(lang, 0.2514)]],
        },
      }],
    }],
  }, 'gifts', reachWordsIn(lang)));
  expect(csv).toBe('\uFEFFfrom,day,EUR: sum,TRY: sum,share\r\n2026-10,2026-10-05,7476,<5,0.251\r\n');
  expect(others).toEqual([csv, csv]);
});
