import { METRICS, type Metric } from '../../../src/domain/figure.ts';
import type { Session } from '../engine.ts';
import type { SeriesWish } from '../history.ts';
import { dayNumber, monthOf, monthsOf } from './day-number.ts';
import { kindOf } from './series-row.ts';

/** Which series were asked for, by number, and of which kind all of them are. */
export interface SeriesChoice {
  kind: string;
  series: ReadonlyMap<number, ChosenSeries>;
}

export interface ChosenSeries {
  source: string;
  metric: Metric;
  entity: string;
}

export async function chooseSeries(read: Session, { about, metrics = METRICS, sources, most, from, to }: SeriesWish): Promise<SeriesChoice> {
  const kind = 'kind' in about ? about.kind : kindOf(about.entity);
  const one = 'kind' in about ? undefined : about.entity;
  const rows = await read.lists<[id: number, source: string, metric: Metric, entity: string]>(
    `SELECT series.id, sources.name, metric, entity FROM series JOIN sources ON sources.id = series.source WHERE kind = ? AND ${one === undefined ? '' : 'entity = ? AND'} metric AMONG ?`,
    kind, ...(one === undefined ? [] : [one]), metrics,
  );
  const series = new Map<number, ChosenSeries>();
  for (const [id, source, metric, entity] of rows) if (!sources || sources.includes(source)) series.set(id, { source, metric, entity });
  return { kind, series: most === undefined || one !== undefined ? series : await highest(read, kind, series, monthsOf(monthOf(dayNumber(from)), monthOf(dayNumber(to))), most) };
}

async function highest(read: Session, kind: string, series: ReadonlyMap<number, ChosenSeries>, months: readonly number[], most: number): Promise<SeriesChoice['series']> {
  const sums = await read.lists<[series: number, total: number]>('SELECT series, CAST(sum(total) AS BIGINT) AS total FROM months WHERE month AMONG ? AND kind = ? GROUP BY series ORDER BY total DESC, series', months, kind);
  const places = new Map<string, number>();
  const chosen = new Map<number, ChosenSeries>();
  for (const [id] of sums) {
    const one = series.get(id);
    if (!one) continue;
    const rank = `${one.metric} ${one.source}`;
    const place = (places.get(rank) ?? 0) + 1;
    places.set(rank, place);
    if (place <= most) chosen.set(id, one);
  }
  return chosen;
}
