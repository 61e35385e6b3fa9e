import { harmlessCell } from '../../src/domain/csv-cell.ts';

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line of a CSV file (RFC 4180), every cell in quotation marks; one that a spreadsheet would calculate gets an apostrophe before it (OWASP, CSV Injection). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmlessCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
