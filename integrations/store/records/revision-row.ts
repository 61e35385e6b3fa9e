import type { Metric, Stretch } from '../../../src/domain/figure.ts';
import type { Engine, Session } from '../engine.ts';
import type { Revision } from '../history.ts';
import { REVISIONS } from '../history-tables.ts';
import { dayNumber, dayOf } from './day-number.ts';
import { sourceSeries } from './series-row.ts';
import { unitsOf, valueOf } from './units.ts';

/** Values that were replaced, of days in the stretch; what was replaced last comes first. */
export async function revisions({ read }: Engine, { from, to }: Stretch, most: number): Promise<Revision[]> {
  const rows = await read.all<{ day: number; source: string; metric: Metric; entity: string; value: number; revised_at: number }>(
    `SELECT day, sources.name AS source, metric, entity, value, revised_at FROM revisions JOIN series ON series.id = revisions.series JOIN sources ON sources.id = series.source
      WHERE day >= ? AND day <= ? ORDER BY revised_at DESC, day DESC, metric, entity LIMIT ?`,
    dayNumber(from), dayNumber(to), most,
  );
  return rows.map(({ day, source, metric, entity, value, revised_at }) => ({ day: dayOf(day), source, metric, entity, value: valueOf(metric, value), revisedAt: revised_at }));
}

/** Notes revisions of a source that was taken, as another history has them. */
export async function keepRevisions(session: Session, source: number, kept: readonly Revision[]): Promise<void> {
  const series = await sourceSeries(session, source, [...new Set(kept.map(({ metric }) => metric))], kept);
  const rows = kept.map(({ day, metric, entity, value, revisedAt }) => [dayNumber(day), series.of(metric, entity)!.id, revisedAt, unitsOf(metric, value)]);
  await session.insert(REVISIONS, rows, 'ON CONFLICT DO NOTHING');
}
