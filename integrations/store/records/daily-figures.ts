import type { Session } from '../engine.ts';
import { FIGURES, TOTALS } from '../history-tables.ts';
import type { Series } from './series-row.ts';

/** A figure as it is kept: numbers of its day and its series, and its value in whole units. */
export type DailyFigure = readonly [day: number, series: number, value: number];

/** Where the figures of a series are. */
export const dailyTable = ({ kind, entity }: Pick<Series, 'kind' | 'entity'>): typeof TOTALS | typeof FIGURES => (kind === '' && entity === '' ? TOTALS : FIGURES);

/** Figures of these days and series, each found by its key. */
export function figuresAt(session: Pick<Session, 'lists'>, table: typeof TOTALS | typeof FIGURES, days: readonly number[], series: readonly number[]): Promise<DailyFigure[]> {
  if (days.length === 0 || series.length === 0) return Promise.resolve([]);
  return session.lists<DailyFigure>(`SELECT day, series, value FROM ${table.name} WHERE day AMONG ? AND series AMONG ?`, days, series);
}

/** The same of series that are in either table, by day and series. */
export async function valuesAt(session: Session, days: readonly number[], series: readonly Series[]): Promise<Map<number, Map<number, number>>> {
  const values = new Map<number, Map<number, number>>();
  for (const table of [TOTALS, FIGURES]) {
    for (const [day, id, value] of await figuresAt(session, table, days, series.filter((one) => dailyTable(one) === table).map(({ id }) => id))) {
      const ofDay = values.get(day) ?? new Map<number, number>();
      values.set(day, ofDay.set(id, value));
    }
  }
  return values;
}
