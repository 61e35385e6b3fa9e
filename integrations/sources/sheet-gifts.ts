import { createHash } from 'node:crypto';
import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';
import { campaignEntity } from '../../src/domain/page-entity.ts';
import type { SheetSource } from '../../src/domain/source.ts';
import { dayInCell, hundredthsInCell, wordInCell } from './sheet-cell.ts';
import type { SheetRow } from './sheet-table.ts';
import { unreadableRows } from './unreadable-rows.ts';

/**
 * Gifts in the rows of a sheet, up to `today`. With a column `id` each is known by it; without, by its day, amount, currency and
 * campaign, and of several alike by which of them it is: two gifts of €10 on one day are two. Rows that cannot be read are told by number.
 */
export function giftsInSheet(rows: readonly SheetRow[], { name, columns, dayFormat, currency: usual, monthly }: SheetSource, today: Day): { gifts: Gift[]; remarks: string[] } {
  const unreadable = unreadableRows();
  const often = new Map<string, number>();
  const known = new Map<string, Gift>();
  const words = monthly.map((word) => word.toLowerCase());
  for (const { number, cells } of rows) {
    const day = dayInCell(cells.day, dayFormat);
    const amount = hundredthsInCell(cells.amount);
    const refunded = wordInCell(cells.refunded) === '' ? 0 : hundredthsInCell(cells.refunded);
    const currency = (wordInCell(cells.currency) || usual || '').toUpperCase();
    const id = wordInCell(cells.id);
    const what = day === undefined ? 'the day cannot be read; set the column to a date, or settle dayFormat'
      : day > today ? 'the day has not come yet'
      : amount === undefined ? 'the amount cannot be read; set the column to a number, and write what was given back under “refunded”'
      : refunded === undefined || refunded > amount ? 'what was given back cannot be read, or is more than the gift'
      : !/^[A-Z]{3}$/.test(currency) ? 'the currency is not written in three letters'
      : columns.id !== undefined && id === '' ? 'the id is missing'
      : undefined;
    if (what !== undefined) {
      unreadable.note(what, number);
      continue;
    }
    const campaign = campaignEntity(wordInCell(cells.campaign))?.slice('campaign:'.length) ?? '';
    const sign = id || `${day}|${amount}|${currency}|${campaign}`;
    const place = (often.get(sign) ?? 0) + 1;
    often.set(sign, place);
    if (id && place > 1) {
      unreadable.note('the id already stands in a row above', number);
      continue;
    }
    const key = createHash('sha256').update(`${name}|${id ? sign : `${sign}#${place}`}`).digest('hex');
    known.set(key, { key, day: day!, currency, kind: words.includes(wordInCell(cells.kind).toLowerCase()) ? 'monthly' : 'once', amount: amount!, refunded: refunded!, campaign });
  }
  return { gifts: [...known.values()], remarks: unreadable.remarks() };
}
