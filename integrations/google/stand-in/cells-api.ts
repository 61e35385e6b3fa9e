import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { parameters } from './api-wishes.ts';
import type { PlantedCell, ReportBook } from './report-book.ts';
import { ApiError } from './reply.ts';

const NOUGHT = Date.UTC(1899, 11, 30);
const RANGE = /^(?:'?([^'!]+)'?)(?:!\$?([A-Z]{1,3})\$?(\d*):\$?([A-Z]{1,3})\$?(\d*))?$/;

/** `spreadsheets.values.batchGet`: empty cells and rows at an end are cut off, so that rows have different lengths. */
export function batchGet(book: ReportBook, spreadsheetId: string, query: URLSearchParams): sheets_v4.Schema$BatchGetValuesResponse {
  parameters(query, ['ranges', 'majorDimension', 'valueRenderOption', 'dateTimeRenderOption']);
  const wish = (name: string, choices: readonly string[]) => {
    const chosen = query.get(name) ?? choices[0]!;
    if (!choices.includes(chosen)) throw new ApiError(400, `Invalid value at '${name}', "${chosen}"`);
    return chosen;
  };
  if (wish('majorDimension', ['ROWS', 'COLUMNS']) !== 'ROWS') throw new ApiError(400, 'The stand-in gives rows only.');
  const formatted = wish('valueRenderOption', ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']) === 'FORMATTED_VALUE';
  const serial = wish('dateTimeRenderOption', ['SERIAL_NUMBER', 'FORMATTED_STRING']) === 'SERIAL_NUMBER';
  const spreadsheet = book.spreadsheets.get(spreadsheetId);
  if (!spreadsheet) throw new ApiError(404, 'Requested entity was not found.');
  if (!spreadsheet.shared) throw new ApiError(403, 'The caller does not have permission');
  const valueRanges = query.getAll('ranges').map((range) => {
    const [, table = '', first = 'A', top = '', last = 'ZZZ', bottom = ''] = RANGE.exec(range) ?? [];
    const rows = Object.hasOwn(spreadsheet.tables, table) ? spreadsheet.tables[table]! : undefined;
    if (!rows) throw new ApiError(400, `Unable to parse range: ${range}`);
    const cut = rows.slice(Number(top || 1) - 1, bottom ? Number(bottom) : undefined).map((row) => withoutEnd(row.slice(column(first), column(last) + 1).map((cell) => shown(cell, formatted, serial)), (cell) => cell === ''));
    const values = withoutEnd(cut, (row) => row.length === 0);
    return { range, majorDimension: 'ROWS', ...(values.length > 0 && { values }) };
  });
  return { spreadsheetId, valueRanges };
}

/** As a Dutch spreadsheet shows it, or as it is. */
function shown(cell: PlantedCell, formatted: boolean, serial: boolean): string | number | boolean {
  if (cell === null) return '';
  if (typeof cell === 'object') return serial && !formatted ? cell.serial : new Intl.DateTimeFormat('nl', { dateStyle: 'short', timeZone: 'UTC' }).format(NOUGHT + cell.serial * 864e5);
  return typeof cell === 'number' && formatted ? new Intl.NumberFormat('nl', { style: 'currency', currency: 'EUR' }).format(cell) : cell;
}

const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function withoutEnd<T>(list: readonly T[], empty: (one: T) => boolean): T[] {
  let length = list.length;
  while (length > 0 && empty(list[length - 1]!)) length--;
  return list.slice(0, length);
}
