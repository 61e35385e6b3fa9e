import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SheetSource } from '../../src/domain/source.ts';
import { dayInCell, hundredthsInCell } from '../../integrations/sources/sheet-cell.ts';
import { countsInSheet } from '../../integrations/sources/sheet-counts.ts';
import { giftsInSheet } from '../../integrations/sources/sheet-gifts.ts';
import { sheetRows } from '../../integrations/sources/sheet-table.ts';

const TODAY = '2026-11-23';
const SHEET: SheetSource = { name: 'donations', holds: 'gifts', spreadsheet: 'x', range: 'Gifts!A1:F', columns: { day: 'Date', amount: 'Amount', kind: 'Kind', campaign: 'Code', refunded: 'Back' }, currency: 'EUR', monthly: ['monthly', 'maandelijks'] };
const HEADERS = ['Who', ' date', 'AMOUNT', 'Kind', 'Code', 'Back'];
const gifts = (rows: unknown[][], more: Partial<SheetSource> = {}) => giftsInSheet(sheetRows([HEADERS, ...rows], { ...SHEET, ...more }), { ...SHEET, ...more }, TODAY);

describe('gifts in a sheet', () => {
  test('are found by headers, in whatever order the columns stand, and nobody’s name comes along', () => {
    const { gifts: found, remarks } = gifts([['Kim de Vries', 46349, 25, 'Monthly', 'Free-Internet', 5]]);
    expect(found).toEqual([{ key: expect.stringMatching(/^[\da-f]{64}$/) as string, day: '2026-11-23', currency: 'EUR', kind: 'monthly', amount: 2500, refunded: 500, campaign: 'free-internet' }]);
    expect(remarks).toEqual([]);
    expect(JSON.stringify(found)).not.toContain('Kim');
  });

  test('rows may be shorter than the first, and those without anything are passed over', () => {
    expect(gifts([['Kim', 46340, 10], [], ['', '', ''], ['Ann', 46341, 10.1]]).gifts.map(({ amount }) => amount)).toEqual([1000, 1010]);
  });

  test('two equal gifts of a day are two, in whatever order the rows stand', () => {
    const rows = [['Kim', 46340, 10], ['Ann', 46340, 10], ['Bo', 46340, 25]];
    const keys = (list: unknown[][]) => gifts(list).gifts.map(({ key }) => key).sort();
    expect(new Set(keys(rows)).size).toBe(3);
    expect(keys(rows.toReversed())).toEqual(keys(rows));
  });

  test('with numbers of their own they stay the same gift when a row is mended', () => {
    const numbered = { columns: { ...SHEET.columns, id: 'Who' } };
    const [before, after] = [gifts([['G-1', 46340, 10]], numbered), gifts([['G-1', 46341, 12]], numbered)];
    expect(before.gifts[0]!.key).toBe(after.gifts[0]!.key);
    expect(gifts([['G-1', 46340, 10], ['G-1', 46341, 12], ['', 46341, 3]], numbered)).toMatchObject({ gifts: [{ amount: 1000 }], remarks: ['Row 3 left out: the id already stands in a row above.', 'Row 4 left out: the id is missing.'] });
  });

  test('rows that cannot be read are told by number and left out, never guessed', () => {
    const { gifts: found, remarks } = gifts([['Kim', '23-11-2026', 10], ['Kim', 46340, '1.250,50 ₺'], ['Kim', 46340, -10], ['Kim', 46999, 10], ['Kim', 46340, 10, '', '', 20], ['Kim', 2026, 10]]);
    expect(found).toEqual([]);
    expect(remarks).toEqual([
      expect.stringMatching(/^Rows 2, 7 left out: the day cannot be read/), expect.stringMatching(/^Rows 3, 4 left out: the amount cannot be read/), 'Row 5 left out: the day has not come yet.', expect.stringMatching(/^Row 6 left out: what was given back/),
    ]);
    expect(remarks.join()).not.toMatch(/Kim|250/);
  });

  test('days typed as a text are read in the order that the settings tell, in no other', () => {
    expect([dayInCell('03-11-2026', 'd/m/y'), dayInCell('03-11-2026', 'm/d/y'), dayInCell('03-11-2026', undefined), dayInCell('2026-11-03T10:00', undefined), dayInCell('31-02-2026', 'd/m/y')]).toEqual(['2026-11-03', '2026-03-11', undefined, '2026-11-03', undefined]);
  });

  test('an amount is never off by a cent', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_00 }), (cents) => {
      expect(hundredthsInCell(cents / 100)).toBe(cents);
      expect(hundredthsInCell((cents / 100).toFixed(2).replace('.', ','))).toBe(cents);
    }));
  });

  test('a header that is missing, or there twice, is told without showing the row', () => {
    expect(() => sheetRows([['Kim', '46340', '10']], SHEET)).toThrow(/sheets\/donations: the first row of Gifts!A1:F has no column “Date”\. Write the header/);
    expect(() => sheetRows([[...HEADERS, 'date']], SHEET)).toThrow(/more than one column “Date”/);
    expect(() => sheetRows([['Kim', '46340', '10']], SHEET)).not.toThrow(/Kim/);
  });

  test('rows are numbered as people see them, wherever the range begins', () => {
    expect(sheetRows([HEADERS, ['Kim', 46340, 10]], { ...SHEET, range: '\'Gifts 2026\'!B5:G' })[0]!.number).toBe(6);
  });
});

describe('numbers in a sheet', () => {
  const counts = (holds: SheetSource['holds'], rows: unknown[][], columns: SheetSource['columns']) => {
    const sheet = { ...SHEET, holds, columns };
    return countsInSheet(sheetRows([['Day', 'N', 'Code', 'Lang'], ...rows], sheet), sheet, { from: '2026-01-01', to: TODAY }, ['nl', 'en'], TODAY);
  };

  test('each row is an application; days between had none, and nothing is said about those after the last', () => {
    const { figures, last } = counts('applications', [[46345, '', 'walk', 'NL'], [46345, '', '', 'xx'], [46347]], { day: 'Day', campaign: 'Code', language: 'Lang' });
    expect(figures.filter(({ entity }) => entity === '').sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ day, value }) => [day, value])).toEqual([['2026-11-19', 2], ['2026-11-20', 0], ['2026-11-21', 1]]);
    expect(figures.filter(({ entity }) => entity !== '').map(({ entity, value }) => [entity, value])).toEqual([['campaign:walk', 1], ['lang:nl', 1]]);
    expect(last).toBe('2026-11-21');
  });

  test('volunteers stay as many as they were until the next number, so that no day between has none', () => {
    const { figures } = counts('volunteers', [[46340, 12], [46347, 14]], { day: 'Day', number: 'N' });
    expect(figures.map(({ day, value }) => [day, value])).toEqual([['2026-11-21', 14], ['2026-11-14', 12]]);
  });

  test('hours may be halves', () => {
    expect(counts('volunteer-hours', [[46347, 2.5], [46347, '1,5']], { day: 'Day', number: 'N' }).figures).toEqual([{ day: '2026-11-21', metric: 'volunteer-hours', entity: '', value: 4 }]);
  });
});
