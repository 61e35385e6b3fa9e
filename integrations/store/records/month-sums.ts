import { STANDING } from '../../../src/domain/figure.ts';
import type { Session } from '../engine.ts';
import { MONTHS } from '../history-tables.ts';
import { dailyTable, figuresAt } from './daily-figures.ts';
import { daysOf, monthAfter, monthOf } from './day-number.ts';
import { sliceOf, type Series } from './series-row.ts';

/** What a transaction changes in the sums by month; written once, at its end and after the days. */
export interface MonthSums {
  /** A day of a series had one value (or none) and has another now. */
  note(series: Series, day: number, before: number | undefined, after: number | undefined): void;
  write(session: Session): Promise<void>;
}

interface Sum {
  series: Series;
  total: number;
  days: number;
}

/** No change, to begin with. */
export function monthSums(): MonthSums {
  const months = new Map<number, Map<number, Sum>>();
  let emptied = false;
  return {
    note(series, day, before, after) {
      const month = monthOf(day);
      let sums = months.get(month);
      if (!sums) months.set(month, (sums = new Map()));
      let sum = sums.get(series.id);
      if (!sum) sums.set(series.id, (sum = { series, total: 0, days: 0 }));
      sum.total += (after ?? 0) - (before ?? 0);
      sum.days += Number(after !== undefined) - Number(before !== undefined);
      emptied ||= after === undefined;
    },
    async write(session) {
      for (const [month, sums] of months) {
        const all = [...sums.values()];
        const rows = (some: readonly Sum[]) => some.map(({ series, total, days }) => [month, sliceOf(series), series.id, total, days]);
        await session.insert(MONTHS, rows(all.filter(({ series }) => !stands(series))), 'ON CONFLICT (month, slice, series) DO UPDATE SET total = months.total + excluded.total, days = months.days + excluded.days');
        const standing = all.filter(({ series }) => stands(series));
        for (const sum of standing) Object.assign(sum, await lastOf(session, month, sum.series));
        await session.insert(MONTHS, rows(standing), 'ON CONFLICT (month, slice, series) DO UPDATE SET total = excluded.total, days = excluded.days');
        if (emptied) await session.run('DELETE FROM months WHERE month = ? AND slice AMONG ? AND series AMONG ? AND days = 0', month, [...new Set(all.map(({ series }) => sliceOf(series)))], [...sums.keys()]);
      }
    },
  };
}

const stands = ({ metric }: Series) => STANDING.includes(metric);

async function lastOf(session: Session, month: number, series: Series): Promise<{ total: number; days: number }> {
  const rows = await figuresAt(session, dailyTable(series), daysOf(month, monthAfter(month) - 1), [series.id]);
  return { total: rows.reduce((last, row) => (row[0] > last[0] ? row : last), [-1, 0, 0])[2], days: rows.length };
}
