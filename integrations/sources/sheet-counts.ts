import type { Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import { STANDING } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';
import { campaignEntity } from '../../src/domain/page-entity.ts';
import type { SheetSource } from '../../src/domain/source.ts';
import { daysBack } from './day-range.ts';
import { dayInCell, numberInCell, wordInCell } from './sheet-cell.ts';
import type { SheetRow } from './sheet-table.ts';
import { tally } from './tally.ts';
import { unreadableRows } from './unreadable-rows.ts';

/**
 * Applications, volunteers or their hours in the rows of a sheet. Rows of a day are added up, an application without a
 * number being one; between the first and the last day, days without a row had none, except that volunteers stay until the next number.
 */
export function countsInSheet(rows: readonly SheetRow[], { holds, columns, dayFormat }: SheetSource, days: Stretch, languages: readonly string[], today: Day): { figures: Omit<Figure, 'source'>[]; last: Day | undefined; remarks: string[] } {
  const metric = holds as Metric;
  const unreadable = unreadableRows();
  const sums = tally();
  const byDay = new Map<Day, number>();
  for (const { number, cells } of rows) {
    const day = dayInCell(cells.day, dayFormat);
    const value = columns.number === undefined ? 1 : numberInCell(cells.number);
    if (day === undefined) unreadable.note('the day cannot be read; set the column to a date, or settle dayFormat', number);
    else if (day > today) unreadable.note('the day has not come yet', number);
    else if (value === undefined) unreadable.note('the number cannot be read', number);
    else if (day >= days.from && day <= days.to) {
      byDay.set(day, (byDay.get(day) ?? 0) + value);
      sums.add(day, metric, campaignEntity(wordInCell(cells.campaign)), value);
      const lang = wordInCell(cells.language).toLowerCase();
      sums.add(day, metric, languages.includes(lang) ? `lang:${lang}` : undefined, value);
    }
  }
  const known = [...byDay.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  for (const day of first === undefined ? [] : daysBack({ from: first, to: last! })) {
    const value = byDay.get(day) ?? (STANDING.includes(metric) ? undefined : 0);
    if (value !== undefined) sums.add(day, metric, '', value);
  }
  return { figures: sums.figures(), last, remarks: unreadable.remarks() };
}
