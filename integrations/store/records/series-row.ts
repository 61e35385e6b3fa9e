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
}

/** Series of one source, found by what they are. */
export interface SourceSeries {
  of(metric: Metric, entity: Entity): Series | undefined;
  all(): Series[];
}

/** The kind of an entity: `story` of `story:press/free-internet`, `''` of everything. */
export const kindOf = (entity: Entity): string => entity.slice(0, Math.max(0, entity.indexOf(':')));

/** All series of these metrics of a source that was taken; those that figures need and that are not there yet are made. */
export async function sourceSeries(session: Session, source: number, metrics: readonly Metric[], needed: readonly { metric: Metric; entity: Entity }[]): Promise<SourceSeries> {
  const read = () => session.all<Series>('SELECT id, metric, entity, kind FROM series WHERE source = ? AND metric AMONG ?', source, metrics);
  const known = found(await read());
  const missing = new Map<string, string[]>();
  for (const { metric, entity } of needed) if (!known.of(metric, entity)) missing.set(`${metric} ${cleanText(entity)}`, [metric, kindOf(entity), cleanText(entity)]);
  if (missing.size === 0) return known;
  await session.insert(SERIES, [...missing.values()].map((names) => [source, ...names]));
  return found(await read());
}

function found(rows: readonly Series[]): SourceSeries {
  const byMetric = new Map<Metric, Map<Entity, Series>>();
  for (const series of rows) {
    const entities = byMetric.get(series.metric) ?? new Map<Entity, Series>();
    byMetric.set(series.metric, entities.set(series.entity, series));
  }
  return { of: (metric, entity) => byMetric.get(metric)?.get(entity) ?? byMetric.get(metric)?.get(cleanText(entity)), all: () => [...rows] };
}
