import type { Metric } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import type { SheetSource } from '../../src/domain/source.ts';
import type { GoogleReports } from '../google/google-reports.ts';
import { earlier } from './day-range.ts';
import type { FigureSource } from './figure-source.ts';
import { countsInSheet } from './sheet-counts.ts';
import { giftsInSheet } from './sheet-gifts.ts';
import { sheetRows } from './sheet-table.ts';
import { WHOLE } from './whole-reach.ts';

/** A table in Google Sheets, read whole each time, so that rows that were changed or taken out are too. Nothing is complete beyond its last day, nor is today. */
export function sheetFigures(sheet: SheetSource, languages: readonly string[], timeZone: string, reports: GoogleReports, now: () => number = Date.now): FigureSource {
  return {
    name: `sheets/${sheet.name}`,
    trailing: WHOLE,
    reach: WHOLE,
    async *read(days, signal) {
      const values = await reports.cells(sheet.spreadsheet, sheet.range, signal);
      const today = dayIn(timeZone, new Date(now()).toISOString());
      const completeThrough = (last: Day | undefined) => (last === undefined ? {} : { completeThrough: earlier(last, dayAfter(today, -1)) });
      const rows = values.length === 0 ? [] : sheetRows(values, sheet);
      if (sheet.holds === 'gifts') {
        const { gifts: all, remarks } = giftsInSheet(rows, sheet, today);
        const gifts = all.filter(({ day }) => day >= days.from && day <= days.to);
        const last = gifts.reduce<Day | undefined>((newest, { day }) => (newest === undefined || day > newest ? day : newest), undefined);
        yield { kind: 'gifts', days, gifts, whole: true, remarks, ...completeThrough(last) };
        return;
      }
      const { figures, last, remarks } = countsInSheet(rows, sheet, days, languages, today);
      yield { kind: 'figures', days, metrics: [sheet.holds satisfies Metric], figures, remarks, ...completeThrough(last) };
    },
  };
}
