import { SHEET_COLUMNS, type SheetColumn, type SheetSource } from '../../src/domain/source.ts';
import { Refusal } from '../refusal.ts';

/** A row with the cells that are read, by column; `number` is its place in the sheet, counted from 1. */
export interface SheetRow {
  number: number;
  cells: Partial<Record<SheetColumn, unknown>>;
}

/**
 * Rows of a range whose first row has the headers, in which only the columns that the settings name are kept. Rows that
 * are empty in all of these are left out; shorter rows have empty cells. Throws a `Refusal` for a header that is not there, or is there twice.
 */
export function sheetRows(values: readonly (readonly unknown[])[], { name, range, columns }: SheetSource): SheetRow[] {
  const headers = (values[0] ?? []).map(plain);
  const places = SHEET_COLUMNS.flatMap((column) => {
    const header = columns[column];
    if (header === undefined) return [];
    const at = headers.flatMap((one, index) => (one === plain(header) ? [index] : []));
    if (at.length === 1) return [[column, at[0]!] as const];
    // Headers are named by people who also write the rows; a row of somebody’s data in their place must not be shown.
    throw new Refusal(`sheets/${name}: the first row of ${range} has ${at.length === 0 ? 'no' : 'more than one'} column “${header}”. Write the header of each column in content/site.ts as it stands in the sheet, and let the range begin with the row of headers.`);
  });
  const first = firstRow(range);
  return values.slice(1).flatMap((row, index) => {
    const cells = Object.fromEntries(places.map(([column, at]) => [column, typeof row[at] === 'string' ? row[at].trim() : row[at]]));
    return Object.values(cells).every((cell) => cell === undefined || cell === null || cell === '') ? [] : [{ number: first + 1 + index, cells }];
  });
}

const plain = (header: unknown) => String(header ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/** The number of the first row of a range in A1 notation. */
function firstRow(range: string): number {
  return Number(/^\$?[A-Z]{1,3}\$?(\d+)/i.exec(range.slice(range.lastIndexOf('!') + 1))?.[1] ?? 1);
}
