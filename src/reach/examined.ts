import type { Metric } from '../domain/figure.ts';
import { eventStudy, type EventStudy } from '../domain/statistics/event-study.ts';
import { indexedWeeks, type IndexedWeek } from '../domain/statistics/indexed-window.ts';
import { lagCorrelation, type LagCorrelation } from '../domain/statistics/lag-correlation.ts';
import type { DaySeries } from '../domain/statistics/day-series.ts';
import { kept } from '../text/kept.ts';
import { breaksOf, metricSeries } from './metric-series.ts';
import type { ReachData } from './reach-data.ts';

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
  const { stories, seasons, others } = data;
  const series = kept((metric: Metric) => metricSeries(data, metric, true));
  // A number typed for a month says nothing about its days.
  const days = kept((metric: Metric) => metricSeries(data, metric));
  const breakDays = (metric: Metric) => breaksOf(data, metric).map(({ day }) => day);
  const circumstances = (metric: Metric) => ({ seasons, breaks: breakDays(metric), others, questions: EXAMINED.length });
  return {
    series,
    study: kept((metric: Metric) => eventStudy(days(metric), stories, circumstances(metric))),
    windows: kept((metric: Metric) => indexedWeeks(days(metric), stories, circumstances(metric))),
    lag: (leading, following) => lagCorrelation(days(leading), days(following), { seasons, breaks: { leading: breakDays(leading), following: breakDays(following) } }),
  };
}
