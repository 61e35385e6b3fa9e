import type { Gift } from '../gift.ts';
import type { Day } from '../instant.ts';
import type { Period } from '../periods/period.ts';
import { columnOf, giftRows, type RawRow } from './gift-row.ts';
import { hiddenSums, hiddenTogether, type Shadow } from './table-secrets.ts';

/** A number that may be seen; `few` for 1 to one less than the threshold (“<5”); `hidden` so that no other can be computed. */
export type ShownCount = number | 'few' | 'hidden';

export interface GiftCell {
  count: ShownCount;
  /** Hundredths of the column's currency, refunds taken off; undefined without gifts. */
  sum: number | 'hidden' | undefined;
  median: number | 'hidden' | undefined;
}

/** Gifts of a calendar year by closed months, quarters and the year, all of which may be shown and exported. */
export interface GiftTable {
  /** `EUR once`, `EUR monthly`, `TRY once`; by campaign `EUR free-internet`, and `EUR` where no campaign is known. */
  columns: string[];
  rows: { period: Period; cells: GiftCell[]; total: ShownCount }[];
}

/** Fewer gifts than this are not told: giving to an organisation for refugees can reveal what somebody believes (GDPR, article 9). */
export const THRESHOLD = 5;

/**
 * The same gifts by currency and kind, and by currency and campaign. Numbers from 1 to `threshold` - 1 are hidden, and
 * further ones so that these cannot be computed from a month's total, a quarter, the year, or the other table; true zeros
 * are shown. What a month shows depends on that month alone, and what a quarter shows on its months, so that a later table
 * never tells what an earlier one hid. A sum is hidden with its number, and when one gift is more than four fifths of it.
 */
export function giftTables(gifts: readonly Gift[], year: string, through: Day, threshold: number = THRESHOLD): { byKind: GiftTable; byCampaign: GiftTable } {
  const drafts = (['kind', 'campaign'] as const).map((by) => {
    const columns = [...new Set(gifts.filter(({ day }) => day.startsWith(year)).map((gift) => columnOf(gift, by)))].sort();
    return { columns, rows: giftRows(gifts, columns, year, through, by) };
  });
  const shadows = hiddenTogether(drafts.map(({ rows }) => rows), threshold);
  const [byKind, byCampaign] = drafts.map(({ columns, rows }, index) => ({ columns, rows: shownRows(rows, shadows[index]!) }));
  return { byKind: byKind!, byCampaign: byCampaign! };
}

function shownRows(rows: readonly RawRow[], counts: Shadow): GiftTable['rows'] {
  const sums = hiddenSums(rows, counts);
  return rows.map((row, at) => ({
    period: row.period,
    total: counts.total(at),
    cells: row.cells.map((cell, column): GiftCell => {
      const count = counts.cell(at, column);
      if (count === 0) return { count, sum: undefined, median: undefined };
      return sums.has(`${at} ${column}`) ? { count, sum: 'hidden', median: 'hidden' } : { count, sum: cell.sum, median: cell.median };
    }),
  }));
}
