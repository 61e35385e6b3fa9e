import { METRICS, type Metric } from '../../../src/domain/figure.ts';
import type { Session } from '../engine.ts';
import type { SeriesWish } from '../history.ts';
import { dayNumber, monthOf, monthsOf } from './day-number.ts';
import { kindOf, sliceOf } from './series-row.ts';

/** Which series were asked for, by number; their kind, and the slices that they are in. */
export interface SeriesChoice {
  kind: string;
  slices: readonly string[];
  series: ReadonlyMap<number, ChosenSeries>;
}

export interface ChosenSeries {
  source: string;
  metric: Metric;
  entity: string;
}

type SeriesRow = [id: number, source: number, metric: Metric, entity: string];

export async function chooseSeries(read: Session, wish: SeriesWish): Promise<SeriesChoice> {
  const { about, metrics = METRICS, sources, most } = wish;
  const kind = 'kind' in about ? about.kind : kindOf(about.entity);
  const names = new Map(await read.lists<[number, string]>('SELECT id, name FROM sources'));
  const columns = 'SELECT id, source, metric, entity FROM series WHERE';
  const wanted = (source: number) => !sources || sources.includes(names.get(source) ?? '');
  const ask = async () => {
    if ('entity' in about) return read.lists<SeriesRow>(`${columns} kind = ? AND entity = ? AND metric AMONG ?`, kind, about.entity, metrics);
    if (most === undefined) return read.lists<SeriesRow>(`${columns} kind = ? AND metric AMONG ?`, kind, metrics);
    const slices = await read.lists<[metric: Metric, source: number]>('SELECT DISTINCT metric, source FROM series WHERE kind = ? AND metric AMONG ?', kind, metrics);
    const best = await Promise.all(slices.filter(([, source]) => wanted(source)).map(([metric, source]) => highest(read, sliceOf({ kind, metric, source }), wish, most)));
    return read.lists<SeriesRow>(`${columns} id AMONG ?`, best.flat());
  };
  const chosen = (await ask()).filter(([, source]) => names.has(source) && wanted(source));
  return {
    kind,
    slices: [...new Set(chosen.map(([, source, metric]) => sliceOf({ kind, metric, source })))],
    series: new Map(chosen.map(([id, source, metric, entity]) => [id, { source: names.get(source)!, metric, entity }])),
  };
}

/** The series of a slice that have the most in these months, by number. */
async function highest(read: Session, slice: string, { from, to }: SeriesWish, most: number): Promise<number[]> {
  const months = monthsOf(monthOf(dayNumber(from)), monthOf(dayNumber(to)));
  const rows = await read.lists<[series: number]>('SELECT series FROM months WHERE month AMONG ? AND slice = ? GROUP BY series ORDER BY sum(total) DESC, series LIMIT ?', months, slice, most);
  return rows.map(([series]) => series);
}
