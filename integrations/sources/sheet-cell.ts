import { isDay, type Day } from '../../src/domain/instant.ts';
import type { DayFormat } from '../../src/domain/source.ts';

/** Spreadsheets count days from here. */
const NOUGHT = Date.UTC(1899, 11, 30);
/** 1 January 1990 and 1 January 2100: other numbers are years, amounts or telephone numbers that slipped into the column. */
const [EARLIEST, LATEST] = [32_874, 73_051];

/** The day in a cell: a spreadsheet's own day, with or without a time, or a text in ISO or in the order told; undefined for anything else. */
export function dayInCell(cell: unknown, format: DayFormat | undefined): Day | undefined {
  if (typeof cell === 'number') return cell >= EARLIEST && cell < LATEST ? new Date(NOUGHT + Math.floor(cell) * 864e5).toISOString().slice(0, 10) : undefined;
  if (typeof cell !== 'string') return undefined;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(cell)?.[1];
  if (iso) return isDay(iso) ? iso : undefined;
  const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T,].*)?$/.exec(cell)?.slice(1) as [string, string, string] | undefined;
  if (!parts || format === undefined) return undefined;
  const [first, second, third] = parts;
  const [year, month, day] = format === 'd/m/y' ? [third, second, first] : format === 'm/d/y' ? [third, first, second] : [first, second, third];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

/** The hundredths of an amount: a number, or a text with at most one sign for the fraction; undefined for anything that could be read in two ways. */
export function hundredthsInCell(cell: unknown): number | undefined {
  if (typeof cell === 'string' && !/^\d{1,12}(?:[.,]\d{1,2})?$/.test(cell)) return undefined;
  const amount = typeof cell === 'string' ? Number(cell.replace(',', '.')) : cell;
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0 || amount > 1e12) return undefined;
  return Math.round(amount * 100);
}

/** A number of people or hours, not below nought. */
export function numberInCell(cell: unknown): number | undefined {
  const number = typeof cell === 'string' && /^\d{1,9}(?:[.,]\d{1,2})?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 && number <= 1e9 ? number : undefined;
}

/** A cell as a word, `''` for an empty one. */
export const wordInCell = (cell: unknown): string => (cell === undefined || cell === null ? '' : String(cell).trim());
