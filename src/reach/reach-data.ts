import { daysLater } from '../domain/calendar-day.ts';
import type { Metric, Stretch } from '../domain/figure.ts';
import type { Gift } from '../domain/gift.ts';
import type { Day } from '../domain/instant.ts';
import type { MethodBreak } from '../domain/periods/method-break.ts';
import { periodOf } from '../domain/periods/period.ts';
import { seasonsIn, type Season } from '../domain/periods/season.ts';
import type { Target } from '../domain/periods/target.ts';
import type { Kind } from '../domain/story.ts';
import { seriesOf, withNoughts, type DaySeries } from '../domain/statistics/day-series.ts';

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
  others: readonly { day: Day; text: string }[];
  /** Last complete day by source. */
  through: Readonly<Record<string, Day>>;
}

/** Sources that count the same in ways of their own, so that their sum would count people twice; of these the best known one speaks. */
const EACH_ALONE: readonly Metric[] = ['views', 'search-clicks', 'search-impressions', 'followers'];

/** A metric day by day, over its sources; unknown where one of them is. */
export function metricSeries(data: Pick<ReachData, 'days' | 'span' | 'through'>, metric: Metric): DaySeries {
  const known = data.days.filter((figure) => figure.metric === metric);
  const series = seriesOf(EACH_ALONE.includes(metric) ? known.filter(({ source }) => source === speaker(known)) : known, data.span, data.through);
  const first = known.reduce((least, { period }) => (period < least ? period : least), data.span.to);
  // A feed tells what was written, and never that nothing was.
  return metric === 'mentions' && known.length > 0 ? withNoughts(series, { from: first, to: data.span.to }) : series;
}

/** Figures of which no metric is counted twice. */
export function oneVoice(figures: readonly KnownFigure[]): KnownFigure[] {
  return [...Map.groupBy(figures, ({ metric }) => metric)].flatMap(([metric, known]) => (EACH_ALONE.includes(metric) ? known.filter(({ source }) => source === speaker(known)) : known));
}

/** The sources of a metric, the one that is known for most days first. */
export function sourcesOf(known: readonly KnownFigure[]): string[] {
  return [...Map.groupBy(known, ({ source }) => source)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([source]) => source);
}

const speaker = (known: readonly KnownFigure[]): string | undefined => sourcesOf(known)[0];

/** Seasons that people live by, for a span of days. */
export const seasonsOf = (span: Stretch): Season[] => seasonsIn(span);

/** The last day on which a metric is completely known: that of the slowest of its sources that still bring figures. */
export function completeThrough({ days, span, through }: Pick<ReachData, 'days' | 'span' | 'through'>, metric: Metric): Day {
  const sources = [...new Set(days.filter((figure) => figure.metric === metric).map(({ source }) => source))];
  const ends = sources.map((source) => through[source] ?? lastDay(days, metric, source));
  return ends.length === 0 ? span.from : ends.reduce((least, end) => (end < least ? end : least));
}

const lastDay = (days: readonly KnownFigure[], metric: Metric, source: string): Day => days.reduce((last, figure) => (figure.metric === metric && figure.source === source && figure.period > last ? figure.period : last), '0000-01-01');

/** The first day of the first month that lies whole behind a day. */
export function firstWholeMonth(from: Day): Day {
  const month = periodOf('month', from);
  return month.from === from ? from : daysLater(month.to, 1);
}
