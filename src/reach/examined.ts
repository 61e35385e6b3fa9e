import type { Metric } from '../domain/figure.ts';
import { eventStudy, type EventStudy } from '../domain/statistics/event-study.ts';
import { indexedWeeks, type IndexedWeek } from '../domain/statistics/indexed-window.ts';
import { lagCorrelation, type LagCorrelation } from '../domain/statistics/lag-correlation.ts';
import type { DaySeries } from '../domain/statistics/day-series.ts';
import { metricSeries, type ReachData } from './reach-data.ts';

/** Metrics that are examined for a link with publications; each more of them makes a false find more likely. */
export const EXAMINED = ['gifts', 'applications', 'signatures', 'views'] as const satisfies readonly Metric[];

/** What was examined about some figures. Each answer is worked out once for the same figures, since it takes a tenth of a second. */
export interface Examined {
  /** For sums of whole periods. */
  series(metric: Metric): DaySeries;
  study(metric: Metric): EventStudy;
  windows(metric: Metric): IndexedWeek[];
  lag(leading: Metric, following: Metric): LagCorrelation;
}

const made = new WeakMap<ReachData, Examined>();

export function examined(data: ReachData): Examined {
  let known = made.get(data);
  if (!known) made.set(data, (known = examine(data)));
  return known;
}

function examine(data: ReachData): Examined {
  const { stories, seasons, breaks, others } = data;
  const series = kept((metric: Metric) => metricSeries(data, metric, true));
  // A number typed for a month says nothing about its days.
  const days = kept((metric: Metric) => metricSeries(data, metric));
  const breaksOf = (metric: Metric) => breaks.filter((one) => one.metric === metric).map(({ day }) => day);
  const circumstances = (metric: Metric) => ({ seasons, breaks: breaksOf(metric), others, questions: EXAMINED.length });
  return {
    series,
    study: kept((metric: Metric) => eventStudy(days(metric), stories, circumstances(metric))),
    windows: kept((metric: Metric) => indexedWeeks(days(metric), stories, circumstances(metric))),
    lag: (leading, following) => lagCorrelation(days(leading), days(following), { seasons, breaks: { leading: breaksOf(leading), following: breaksOf(following) } }),
  };
}

function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    if (!values.has(key)) values.set(key, make(key));
    return values.get(key)!;
  };
}
