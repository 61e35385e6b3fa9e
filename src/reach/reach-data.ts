import { daysLater, lengthOf } from '../domain/calendar-day.ts';
import { STANDING, type Metric, type Stretch } from '../domain/figure.ts';
import type { Gift } from '../domain/gift.ts';
import type { Day } from '../domain/instant.ts';
import type { MethodBreak } from '../domain/periods/method-break.ts';
import { periodOf } from '../domain/periods/period.ts';
import { seasonsIn, type Season } from '../domain/periods/season.ts';
import type { Target } from '../domain/periods/target.ts';
import type { Kind } from '../domain/story.ts';
import { seriesOf, sourceChanges, standingSeries, type DaySeries } from '../domain/statistics/day-series.ts';
import { withLumps } from './typed-lumps.ts';

/** A figure of a day or period, as the history gives it. */
export interface KnownFigure {
  period: Day;
  source: string;
  metric: Metric;
  entity: string;
  value: number;
  days: number;
}

/** Something that was put before the public, for marking and examining. */
export interface MarkedStory {
  day: Day;
  entity: string;
  kind: Kind;
  /** By language. */
  titles: Record<string, string>;
  /** Made up for the sample history. */
  invented?: boolean | undefined;
}

/** What every view of the dashboard begins with: the figures of all days that are looked at, and what happened on them. */
export interface ReachData {
  /** The day on which somebody looks, in the organisation's time zone. */
  today: Day;
  /** Everything that is read: the days of three years. */
  span: Stretch;
  /** Figures about everything, entity `''`, by day. */
  days: readonly KnownFigure[];
  /** Figures of sensitive metrics by month, split by language and campaign. */
  parts: readonly KnownFigure[];
  /** Gifts of the calendar years that are compared: this one and the two before. */
  gifts: readonly Gift[];
  stories: readonly MarkedStory[];
  seasons: readonly Season[];
  breaks: readonly MethodBreak[];
  targets: readonly Target[];
  /** What else happened that people may have heard of: mailings, broadcasts, disasters. */
  others: readonly { day: Day; text: string; lang?: string | undefined }[];
  /** Last complete day by source. */
  through: Readonly<Record<string, Day>>;
}

/** Sources that count the same in ways of their own, so that their sum would count people twice; of these one speaks. */
const EACH_ALONE: readonly Metric[] = ['views', 'search-clicks', 'search-impressions', 'video-views', 'followers'];

/** A source that ended so many days before the newest one is over: what it once knew still counts, and nobody waits for it. */
const OVER = 45;

type Known = Pick<ReachData, 'days' | 'span' | 'through'>;

/** A metric day by day, over its sources; unknown where one of them is. Typed numbers of a week or month are `spread` as noughts before their last day where whole periods are added. */
export function metricSeries(data: Known, metric: Metric, spread = false): DaySeries {
  const all = data.days.filter((figure) => figure.metric === metric);
  const known = EACH_ALONE.includes(metric) ? oneVoice(all, data) : all;
  if (STANDING.includes(metric)) return standingSeries(known, data.span);
  return seriesOf(metric === 'mentions' ? withQuietDays(data, known) : spread ? withLumps(known, metric) : known, data.span, data.through);
}

/** Days across which a metric is not compared: those of its method breaks, and those on which the sources of what stands became more or fewer. */
export function breaksOf(data: Known & Pick<ReachData, 'breaks'>, metric: Metric): MethodBreak[] {
  const own = data.breaks.filter((one) => one.metric === metric);
  if (!STANDING.includes(metric) || EACH_ALONE.includes(metric)) return own;
  return [...own, ...sourceChanges(data.days.filter((figure) => figure.metric === metric)).map((day) => ({ metric, day, text: '' }))];
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

/** Figures of which no metric is counted twice: those of the source that speaks for the metric as a whole. */
export function oneVoice(figures: readonly KnownFigure[], data: Known): KnownFigure[] {
  return [...Map.groupBy(figures, ({ metric }) => metric)].flatMap(([metric, known]) => (EACH_ALONE.includes(metric) ? known.filter(({ source }) => source === voiceOf(data, metric)) : known));
}

/** The sources of a metric, the one that is known for most days first. */
export function sourcesOf(known: readonly KnownFigure[]): string[] {
  return [...Map.groupBy(known, ({ source }) => source)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([source]) => source);
}

/** Of sources that still bring figures, the one that is known for most days. */
function voiceOf(data: Known, metric: Metric): string | undefined {
  return livingSources(data, metric)[0];
}

function livingSources(data: Known, metric: Metric): string[] {
  const sources = sourcesOf(data.days.filter((figure) => figure.metric === metric));
  const ends = sources.map((source) => endOf(data, metric, source));
  const newest = ends.reduce((last, end) => (end > last ? end : last), data.span.from);
  return sources.filter((_, index) => ends[index]! >= daysLater(newest, -OVER));
}

/** Seasons that people live by, for a span of days. */
export const seasonsOf = (span: Stretch): Season[] => seasonsIn(span);

/** The last day on which a metric is completely known: that of the slowest of its sources that still bring figures. */
export function completeThrough(data: Known, metric: Metric): Day {
  const living = livingSources(data, metric);
  const ends = (EACH_ALONE.includes(metric) ? living.slice(0, 1) : living).map((source) => endOf(data, metric, source));
  return ends.length === 0 ? data.span.from : ends.reduce((least, end) => (end < least ? end : least));
}

const endOf = ({ days, through }: Known, metric: Metric, source: string): Day => through[source] ?? lastDay(days, metric, source);
const lastDay = (days: readonly KnownFigure[], metric: Metric, source: string): Day => days.reduce((last, figure) => (figure.metric === metric && figure.source === source && figure.period > last ? figure.period : last), '0000-01-01');

/** The first day of the first month that lies whole behind a day. */
export function firstWholeMonth(from: Day): Day {
  const month = periodOf('month', from);
  return month.from === from ? from : daysLater(month.to, 1);
}
