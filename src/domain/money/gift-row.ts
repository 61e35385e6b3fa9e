import type { Stretch } from '../figure.ts';
import type { Gift } from '../gift.ts';
import type { Day } from '../instant.ts';
import { periodOf, type Period } from '../periods/period.ts';

/** Gifts of one period in one column, as they are: not for showing. */
export interface RawCell {
  /** Gifts of which something was kept. */
  count: number;
  /** Hundredths, refunds taken off on the gift's own day. */
  sum: number;
  median: number | undefined;
  largest: number;
}

export interface RawRow {
  period: Period;
  /** The quarter or year whose sum it is a part of; undefined for a year. */
  above: Period | undefined;
  cells: RawCell[];
  total: number;
}

const LEVELS = ['month', 'quarter', 'year'] as const;
const EMPTY: RawCell = { count: 0, sum: 0, median: undefined, largest: 0 };

/** The column of a gift; currencies are never mixed. */
export function columnOf(gift: Gift, by: 'kind' | 'campaign'): string {
  return `${gift.currency} ${by === 'kind' ? gift.kind : gift.campaign}`.trimEnd();
}

/** Months, quarters and the year of `year` that are over on `through`, with the gifts of each column. */
export function giftRows(gifts: readonly Gift[], columns: readonly string[], year: string, through: Day, by: 'kind' | 'campaign'): RawRow[] {
  const kept = gifts.filter((gift) => gift.day.startsWith(year) && gift.amount > gift.refunded);
  return closedRows(year, through).map((row) => {
    const inside = kept.filter(({ day }) => day >= row.period.from && day <= row.period.to);
    return { ...row, cells: columns.map((column) => cellOf(inside.filter((gift) => columnOf(gift, by) === column))), total: inside.length };
  });
}

/** The same of numbers that are known month by month alone: `columns` give the number of a month, named by its first day, and the total is their sum. Periods that begin before `from` are left out. */
export function countRows(columns: readonly ((month: Day) => number)[], year: string, { from, to }: Stretch): RawRow[] {
  const rows = closedRows(year, to).filter(({ period }) => period.from >= from);
  return rows.map((row) => {
    const months = monthsOf(year).filter((month) => month >= row.period.from && month <= row.period.to);
    const cells = columns.map((column): RawCell => ({ ...EMPTY, count: months.reduce((sum, month) => sum + column(month), 0) }));
    return { ...row, cells, total: cells.reduce((sum, { count }) => sum + count, 0) };
  });
}

const monthsOf = (year: string): Day[] => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`);

function closedRows(year: string, through: Day): Pick<RawRow, 'period' | 'above'>[] {
  const periods = LEVELS.flatMap((kind) => [...new Map(monthsOf(year).map((day) => [periodOf(kind, day).from, periodOf(kind, day)])).values()]);
  return periods.filter(({ to }) => to <= through).map((period) => {
    const next = LEVELS[LEVELS.indexOf(period.kind as 'month') + 1];
    return { period, above: next && periodOf(next, period.from) };
  });
}

function cellOf(gifts: readonly Gift[]): RawCell {
  if (gifts.length === 0) return EMPTY;
  const amounts = gifts.map(({ amount, refunded }) => amount - refunded).sort((a, b) => a - b);
  const middle = (amounts.length - 1) / 2;
  return { count: amounts.length, sum: amounts.reduce((sum, amount) => sum + amount, 0), median: (amounts[Math.floor(middle)]! + amounts[Math.ceil(middle)]!) / 2, largest: amounts.at(-1)! };
}
