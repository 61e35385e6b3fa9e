import { readInstant } from '../../src/domain/instant.ts';
import { Refusal } from '../refusal.ts';
import type { Cell } from './list-file.ts';

/** The order of day, month and year in a list. */
export const TIME_FORMATS = ['d/m/y', 'm/d/y', 'y/m/d'] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

// 23-11-2026 14:05:09, 11/23/26 2:05 PM, 2026/11/23; the year in two or four digits.
const WRITTEN = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\.?(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?)?$/i;
const ZONED = /(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a column of times: a reader that gives milliseconds for a cell, undefined for one that is no time. ISO times with a
 * zone need no help; all others need to be told whose clock it was, and those that fit two orders of day and month, which.
 * What was not told is refused in a sentence that says what to write.
 */
export function timeReader(cells: readonly Cell[], told: { format?: TimeFormat | undefined; zone?: string | undefined }): (cell: Cell) => number | undefined {
  const local = cells.filter((cell) => cell !== '' && (cell instanceof Date || !ZONED.test(cell.trim())));
  if (local.length > 0 && told.zone === undefined) throw new Refusal('The times of the list say nothing about their zone. Say whose clock it was: --time-zone Europe/Amsterdam (Microsoft Forms writes the clock of who downloaded the list).', 2);
  const zone = told.zone ?? 'UTC';
  const format = told.format ?? formatOf(local.filter((cell): cell is string => typeof cell === 'string'));
  return (cell) => {
    const text = cell instanceof Date ? cell.toISOString().slice(0, 19) : cell.trim();
    const instant = ZONED.test(text) ? readInstant(text, zone) : readInstant(cell instanceof Date ? text : isoOf(text, format), zone);
    return instant === undefined ? undefined : Date.parse(instant);
  };
}

/** The order that all times of the column fit; the first number above 12 tells days from months. */
function formatOf(texts: readonly string[]): TimeFormat {
  const doubtful = texts.map((text) => WRITTEN.exec(text.trim())).filter((match) => match !== null && match[1]!.length < 3) as RegExpExecArray[];
  if (doubtful.length === 0) return 'y/m/d';
  const [days, months] = [doubtful.some(([, first]) => Number(first) > 12), doubtful.some(([, , second]) => Number(second) > 12)];
  if (days !== months) return days ? 'd/m/y' : 'm/d/y';
  const sample = doubtful[0]!.slice(1, 4).join('/');
  throw new Refusal(days ? 'The times of the list are not all written in one order. Set the column to one format in your spreadsheet, and export it again.' : `“${sample}” can be a day in two months. Say which: --time-format d/m/y or --time-format m/d/y.`, 2);
}

function isoOf(text: string, format: TimeFormat): string {
  const match = WRITTEN.exec(text);
  if (!match) return '';
  const [first, second, third, hour = '0', minute = '00', second60 = '00', half] = match.slice(1) as string[];
  const [day, month, year] = format === 'd/m/y' ? [first!, second!, third!] : format === 'm/d/y' ? [second!, first!, third!] : [third!, second!, first!];
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const two = (part: string | number) => String(part).padStart(2, '0');
  return `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second60}`;
}

/** Whether there is a zone of this name, `Europe/Amsterdam`. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
