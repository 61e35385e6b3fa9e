import type { Session } from '../engine.ts';
import { FIGURES, REVISIONS, TOTALS } from '../history-tables.ts';
import { dailyTable } from './daily-figures.ts';
import { monthSums } from './month-sums.ts';
import type { Series } from './series-row.ts';

/** What a transaction changes in the figures of one source, sums by month included; written once, at its end. */
export interface FigureChange {
  /** A day of a series had one value (or none), in whole units, and is to have another (or none). */
  turn(series: Series, day: number, before: number | undefined, after: number | undefined): void;
  /** With `at`, what was replaced is kept as a revision of that moment. */
  write(session: Session, at?: number): Promise<void>;
}

/** No change, to begin with. */
export function figureChange(): FigureChange {
  const set = new Map<typeof TOTALS | typeof FIGURES, number[][]>([[TOTALS, []], [FIGURES, []]]);
  const gone = new Map<typeof TOTALS | typeof FIGURES, Map<number, number[]>>([[TOTALS, new Map()], [FIGURES, new Map()]]);
  const replaced: { day: number; series: number; value: number }[] = [];
  const months = monthSums();
  return {
    turn(series, day, before, after) {
      const table = dailyTable(series);
      if (before !== undefined) replaced.push({ day, series: series.id, value: before });
      if (after !== undefined) set.get(table)!.push([day, series.id, after]);
      else {
        const days = gone.get(table)!;
        const ofDay = days.get(day);
        if (ofDay) ofDay.push(series.id);
        else days.set(day, [series.id]);
      }
      months.note(series, day, before, after);
    },
    async write(session, at) {
      for (const [table, rows] of set) await session.insert(table, rows, 'ON CONFLICT (day, series) DO UPDATE SET value = excluded.value');
      for (const [table, days] of gone) for (const [day, series] of days) await session.run(`DELETE FROM ${table.name} WHERE day = ? AND series AMONG ?`, day, series);
      if (at !== undefined) await session.insert(REVISIONS, replaced.map(({ day, series, value }) => [day, series, at, value]), 'ON CONFLICT DO NOTHING');
      await months.write(session);
    },
  };
}
