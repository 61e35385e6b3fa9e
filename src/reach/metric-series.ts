import { daysLater, lengthOf } from '../domain/calendar-day.ts';
import { STANDING, type Metric } from '../domain/figure.ts';
import type { MethodBreak } from '../domain/periods/method-break.ts';
import { seriesOf, sourceChanges, standingSeries, type DaySeries } from '../domain/statistics/day-series.ts';
import { EACH_ALONE, endOf, knownOf, oneVoice, type Known } from './metric-sources.ts';
import type { KnownFigure, ReachData } from './reach-data.ts';
import { withLumps } from './typed-lumps.ts';

/** A metric day by day, over its sources; unknown where one of them is. Typed numbers of a week or month are `spread` as noughts before their last day where whole periods are added. */
export function metricSeries(data: Known, metric: Metric, spread = false): DaySeries {
  const known = oneVoice(knownOf(data, metric), data);
  if (STANDING.includes(metric)) return standingSeries(known, data.span);
  return seriesOf(metric === 'mentions' ? withQuietDays(data, known) : spread ? withLumps(known, metric) : known, data.span, data.through);
}

/** Days across which a metric is not compared: those of its method breaks, and those on which the sources of what stands became more or fewer. */
export function breaksOf(data: Known & Pick<ReachData, 'breaks'>, metric: Metric): MethodBreak[] {
  const own = data.breaks.filter((one) => one.metric === metric);
  if (!STANDING.includes(metric) || EACH_ALONE.includes(metric)) return own;
  return [...own, ...sourceChanges(knownOf(data, metric)).map((day) => ({ metric, day, text: '' }))];
}

/** A feed tells what was written, and never that nothing was: days without an entry are noughts as far as it was read. */
function withQuietDays(data: Known, known: readonly KnownFigure[]): KnownFigure[] {
  return [...Map.groupBy(known, ({ source }) => source)].flatMap(([source, figures]) => {
    const told = new Set(figures.map(({ period }) => period));
    const first = [...told].reduce((least, day) => (day < least ? day : least));
    const days = lengthOf({ from: first, to: endOf(data, 'mentions', source) });
    const quiet = Array.from({ length: days }, (_, at) => daysLater(first, at)).filter((day) => !told.has(day));
    return [...figures, ...quiet.map((period): KnownFigure => ({ period, source, metric: 'mentions', entity: '', value: 0, days: 1 }))];
  });
}
