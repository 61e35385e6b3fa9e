import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { Refusal } from '../refusal.ts';

/** A cell: text, or a moment that a workbook holds without a zone, written as if it were UTC. */
export type Cell = string | Date;

/** A list of people as somebody exported it. Rows are as long as the heading. */
export interface ListFile {
  columns: string[];
  rows: Cell[][];
  /** Of each row its number as a spreadsheet shows it; empty rows, which are left out, count. */
  numbers: number[];
}

/** A list of a million people has some 150 MB. */
const LARGEST = 300_000_000;

/**
 * Reads an exported list, by its ending and its first bytes; everything that would have to be guessed is refused in a
 * sentence. `otherwise` is the encoding of what is no UTF-8, for lists of which only numbers are kept.
 */
export async function readListFile(file: string, otherwise?: 'windows-1254'): Promise<ListFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(error.code === 'ENOENT' ? `There is no file “${file}”. Write its path, like downloads/petition.xlsx.` : `“${file}” cannot be read (${error.code}).`, 2);
  });
  if (bytes.length > LARGEST) throw new Refusal(`“${file}” has ${Math.round(bytes.length / 1e6)} MB; a list may have ${LARGEST / 1e6}. Split it, and import the parts one after the other.`, 2);
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zipped && ['.xlsx', '.xls', '.ods', '.numbers'].includes(extname(file).toLowerCase())) throw new Refusal(`“${file}” is no workbook that we can read. Save it as .xlsx or as CSV UTF-8.`, 2);
  const [heading, ...rows] = (zipped ? await workbook(file, bytes) : csv(file, textOf(file, bytes, otherwise))).map((cells, index) => ({ cells, number: index + 1 })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = (heading?.cells ?? []).map((cell) => (cell instanceof Date ? '' : cell.trim()));
  if (columns.every((column) => column === '')) throw new Refusal(`“${file}” has no first row with the names of its columns. Add one, as in the export.`, 2);
  // Spreadsheets leave out empty cells at the end of a row.
  return { columns, rows: rows.map(({ cells }) => columns.map((_, index) => cells[index] ?? '')), numbers: rows.map(({ number }) => number) };
}

async function workbook(file: string, bytes: Buffer): Promise<Cell[][]> {
  // The first sheet; Microsoft Forms writes one.
  const sheet = await readSheet(bytes, { trim: false }).catch((error: Error) => {
    throw new Refusal(`“${file}” is no workbook that we can read (${error.message}). Open it and save it again as .xlsx, or as CSV UTF-8.`, 2);
  });
  return sheet.map((row) => row.map((cell): Cell => (cell === null ? '' : (cell as unknown) instanceof Date ? (cell as unknown as Date) : String(cell))));
}

/** UTF-8 or UTF-16 with its mark; other encodings are told apart by nothing, and names would be spoilt. */
function textOf(file: string, bytes: Buffer, otherwise: string | undefined): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (otherwise && encoding === 'utf-8') return new TextDecoder(otherwise).decode(bytes);
    throw new Refusal(`“${file}” is not written in UTF-8, so letters such as é or ş would be lost. Open it in your spreadsheet and save it as “CSV UTF-8”.`, 2);
  }
}

function csv(file: string, text: string): string[][] {
  // A line that Excel writes for itself.
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  try {
    return parse(body, { delimiter: told?.[1] ?? delimiterOf(body), relax_column_count: true, bom: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal(`“${file}” is damaged${typeof error['lines'] === 'number' ? ` at line ${error['lines']}` : ''}: quotation marks do not match. Export it once more.`, 2);
  }
}

/** The sign between cells: comma, semicolon (where numbers have commas) or tab, whichever the first line has most of outside quotation marks. */
function delimiterOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)![0].replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!;
}
