import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';

/** Money that came or went back, as far as a figure needs it: of who gave it nothing is in here. */
export interface Movement extends Pick<Gift, 'day' | 'currency' | 'kind' | 'campaign'> {
  /** Its number in the file, as a spreadsheet shows it; of a bank statement that of the entry. */
  row: number;
  is: 'gift' | 'refund';
  /** The number that bank or service gave it; `''` without one. */
  id: string;
  /** Of a refund, numbers that may be those of its gift; of a gift, others by which it goes. */
  of: readonly string[];
  /** Hundredths; of a refund what went back, negative when it came in again. */
  amount: number;
  /** Of a gift, hundredths that its own row says were given back. */
  refunded: number;
}

/** What a file of money says: movements, and rows that are none by why not. */
export interface ReadMoney {
  /** Rows or entries in the file. */
  read: number;
  movements: Movement[];
  left: LeftOut;
  /** Rows with a kind that is not known, taken as given once. */
  doubtful?: number[] | undefined;
  /** The days that the file itself says it is about. */
  about?: { from?: Day | undefined; to: Day } | undefined;
}

/** Numbers of rows by why they were left out; a reason is a part of a sentence, and quotes no cell. */
export type LeftOut = Map<string, number[]>;

export function leaveOut(left: LeftOut, why: string, row: number): void {
  const rows = left.get(why);
  if (rows) rows.push(row);
  else left.set(why, [row]);
}

/** “Left out, rows 3, 7 and 2 more: …”, a line a reason. A statement has entries, a list has rows. */
export function linesOf(left: LeftOut, [one, many]: readonly [string, string] = ['row', 'rows']): string[] {
  return [...left].map(([why, rows]) => `Left out, ${rows.length === 1 ? one : many} ${numbersIn(rows)}: ${why}.`);
}

/** “3, 7 and 2 more”, the first twenty by name. */
export const numbersIn = (rows: readonly number[]): string => `${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}`;
