import type { Entity, Metric } from '../../../src/domain/figure.ts';
import type { Session } from '../engine.ts';
import { SERIES } from '../history-tables.ts';
import { cleanText } from './clean-text.ts';

/** What a source counts of an entity, with its number. */
export interface Series {
  id: number;
  metric: Metric;
  entity: Entity;
  kind: string;
  source: number;
}

/** Series of one source, found by what they are. */
export interface SourceSeries {
  of(metric: Metric, entity: Entity): Series | undefined;
  all(): Series[];
}

/** The kind of an entity: `story` of `story:press/free-internet`, `''` of everything. */
export const kindOf = (entity: Entity): string => entity.slice(0, Math.max(0, entity.indexOf(':')));

/** What lies together among the sums by month, because it is asked for together. */
export const sliceOf = ({ kind, metric, source }: Pick<Series, 'kind' | 'metric' | 'source'>): string => `${kind} ${metric} ${source}`;

/** All series of these metrics of a source that was taken; those that figures need and that are not there yet are made. */
export async function sourceSeries(session: Session, source: number, metrics: readonly Metric[], needed: readonly { metric: Metric; entity: Entity }[]): Promise<SourceSeries> {
  const read = async () => found(await session.lists<SeriesRow>('SELECT id, metric, entity, kind, source FROM series WHERE source = ? AND metric AMONG ?', source, metrics));
  const known = await read();
  const missing = new Map<string, string[]>();
  for (const { metric, entity } of needed) if (!known.of(metric, entity)) missing.set(`${metric} ${cleanText(entity)}`, [metric, kindOf(entity), cleanText(entity)]);
  if (missing.size === 0) return known;
  await session.insert(SERIES, [...missing.values()].map((names) => [source, ...names]));
  return read();
}

type SeriesRow = [id: number, metric: Metric, entity: Entity, kind: string, source: number];

function found(rows: readonly SeriesRow[]): SourceSeries {
  const byMetric = new Map<Metric, Map<Entity, Series>>();
  const all: Series[] = [];
  for (const [id, metric, entity, kind, source] of rows) {
    const series = { id, metric, entity, kind, source };
    const entities = byMetric.get(metric) ?? new Map<Entity, Series>();
    byMetric.set(metric, entities.set(entity, series));
    all.push(series);
  }
  return { of: (metric, entity) => byMetric.get(metric)?.get(entity) ?? byMetric.get(metric)?.get(cleanText(entity)), all: () => all };
}
