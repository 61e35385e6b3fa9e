import { daysLater } from '../domain/calendar-day.ts';
import type { Metric } from '../domain/figure.ts';
import type { Day } from '../domain/instant.ts';
import type { KnownFigure, ReachData } from './reach-data.ts';

/** Sources that count the same in ways of their own, so that their sum would count people twice; of these one speaks. */
export const EACH_ALONE: readonly Metric[] = ['views', 'search-clicks', 'search-impressions', 'video-views', 'followers'];

/** A source that ended so many days before the newest one is over: what it once knew still counts, and nobody waits for it. */
const OVER = 45;

export type Known = Pick<ReachData, 'days' | 'span' | 'through'>;

/** Who knows a metric. */
interface MetricSources {
  known: readonly KnownFigure[];
  /** Last complete day by source. */
  ends: ReadonlyMap<string, Day>;
  /** Sources that still bring figures, the one that is known for most days first. */
  living: readonly string[];
}

const made = new WeakMap<Known, Map<Metric, MetricSources>>();
const NOBODY: MetricSources = { known: [], ends: new Map(), living: [] };

/** All of it, gathered once for the same figures: every view asks many times. */
function sourcesFor(data: Known, metric: Metric): MetricSources {
  let all = made.get(data);
  if (!all) {
    all = new Map([...Map.groupBy(data.days, (figure) => figure.metric)].map(([name, known]) => [name, gathered(known, data.span.from, data.through)]));
    made.set(data, all);
  }
  return all.get(metric) ?? NOBODY;
}

function gathered(known: readonly KnownFigure[], first: Day, through: ReachData['through']): MetricSources {
  const ends = new Map([...Map.groupBy(known, ({ source }) => source)].map(([source, figures]) => [source, through[source] ?? figures.reduce((last, { period }) => (period > last ? period : last), first)]));
  const newest = [...ends.values()].reduce((last, end) => (end > last ? end : last), first);
  return { known, ends, living: sourcesOf(known).filter((source) => ends.get(source)! >= daysLater(newest, -OVER)) };
}

/** The figures of a metric as a whole, of all its sources. */
export const knownOf = (data: Known, metric: Metric): readonly KnownFigure[] => sourcesFor(data, metric).known;

/** The sources of a metric, the one that is known for most days first. */
export function sourcesOf(known: readonly KnownFigure[]): string[] {
  return [...Map.groupBy(known, ({ source }) => source)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([source]) => source);
}

/** Figures of which no metric is counted twice: those of the source that speaks for the metric as a whole. */
export function oneVoice(figures: readonly KnownFigure[], data: Known): KnownFigure[] {
  return figures.filter(({ metric, source }) => !EACH_ALONE.includes(metric) || source === sourcesFor(data, metric).living[0]);
}

/** The last day that a source knows completely of a metric. */
export const endOf = (data: Known, metric: Metric, source: string): Day => sourcesFor(data, metric).ends.get(source) ?? data.span.from;

/** The last day on which a metric is completely known: that of the slowest of its sources that still bring figures. */
export function completeThrough(data: Known, metric: Metric): Day {
  const { living, ends } = sourcesFor(data, metric);
  const days = (EACH_ALONE.includes(metric) ? living.slice(0, 1) : living).map((source) => ends.get(source)!);
  return days.length === 0 ? data.span.from : days.reduce((least, end) => (end < least ? end : least));
}
