import type { Chart, ChartBand, ChartLine, ChartMark } from '../charts/chart.ts';
import { chartWords } from '../charts/number-words.ts';
import { daysLater, overlapOf } from '../domain/calendar-day.ts';
import type { Entity, Metric, Stretch } from '../domain/figure.ts';
import type { Day } from '../domain/instant.ts';
import type { DaySeries } from '../domain/statistics/day-series.ts';
import { SECTION_OF } from '../domain/story.ts';
import { fill } from '../text/count.ts';
import type { MarkedStory, ReachData } from './reach-data.ts';
import { quietPoints } from './quiet-points.ts';
import { nameOf, type Reader } from './reader.ts';
import { lastWholeWeek, weeksOf } from './series-points.ts';
import { SENSITIVE } from './told-counts.ts';

/** Whole weeks that are shown: a year. */
const WEEKS = 52;

/** The axis that charts of the same day share: the last 52 whole weeks. */
export function yearAxis(through: Day): Stretch {
  const last = lastWholeWeek(through);
  return { from: daysLater(last, -7 * (WEEKS - 1)), to: daysLater(last, 6) };
}

export interface ChartWish {
  id: string;
  metric: Metric;
  axis: Stretch;
  /** With `before`, the same series a year earlier. Of a sensitive metric what is told is shown whatever the series, or of it what an entity splits off. */
  lines: { name: string; series: DaySeries; before?: boolean; entity?: Entity }[];
  /** Title, if it is not the metric’s own name. */
  title?: string;
}

/** A metric week by week, with publications, seasons and breaks marked by themselves. */
export function metricChart(data: ReachData, { id, metric, axis, lines, title }: ChartWish, reader: Reader): Chart {
  const { lang, words } = reader;
  const quiet = SENSITIVE.includes(metric) ? quietPoints(data, metric, axis, lines, words.hidden) : undefined;
  const chart: Omit<Chart, 'finding'> = {
    id, title: title ?? words.metrics[metric], unit: fill(words.units[quiet?.step ?? 'week'], { metric: words.metrics[metric] }), ...axis,
    lines: lines.map(({ name, series, before }, at): ChartLine => ({ name, points: quiet?.points[at] ?? weeksOf(series, metric, axis, before), before })),
    marks: marksIn(data, axis, reader), bands: bandsIn(data, axis, reader),
    breaks: data.breaks.filter((one) => one.metric === metric && one.day >= axis.from && one.day <= axis.to).map(({ day, text }) => ({ at: day, text })),
  };
  return { ...chart, finding: findingOf(chart, lang, words) };
}

/** What was published and what else happened, for the top of a chart. */
export function marksIn({ stories, others }: Pick<ReachData, 'stories' | 'others'>, { from, to }: Stretch, { lang, words }: Reader): ChartMark[] {
  const inside = (day: Day) => day >= from && day <= to;
  return [
    ...stories.filter(({ day }) => inside(day)).map((story) => ({ at: story.day, kind: story.kind, title: titleOf(story, lang, words), href: story.invented ? undefined : storyPlace(story, lang) })),
    ...others.filter(({ day }) => inside(day)).map(({ day, text, lang: own }) => ({ at: day, kind: 'other' as const, title: text, lang: own === lang ? undefined : own })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
}

export const titleOf = ({ titles, invented, entity }: MarkedStory, lang: string, words: Reader['words']): string =>
  invented ? fill(words.invented, { number: String(Number(/\d+$/.exec(entity)?.[0] ?? 0)) }) : (titles[lang] ?? Object.values(titles)[0] ?? nameOf(entity));

export const storyPlace = ({ kind, entity }: MarkedStory, lang: string): string => `/${lang}/${SECTION_OF[kind]}/${nameOf(entity).split('/')[1] ?? ''}/`;

export function bandsIn({ seasons }: Pick<ReachData, 'seasons'>, axis: Stretch, { words }: Reader): ChartBand[] {
  return seasons.flatMap((season) => {
    const inside = overlapOf(season, axis);
    return inside ? [{ from: inside.from, to: daysLater(inside.to, 1), name: words.seasons[season.name] }] : [];
  });
}

/** The latest number of each line and between which it usually was: what the curve says to whoever cannot see it. */
export function findingOf(chart: Omit<Chart, 'finding'>, lang: string, { chart: says }: Reader['words']): string {
  const words = chartWords(lang, chart);
  return chart.lines.filter(({ before }) => !before).slice(0, 3).map(({ name, points }) => {
    const known = points.filter(({ value }) => value !== null);
    const latest = known.at(-1);
    if (!latest) return fill(says.nothing, { name });
    const values = known.map(({ value }) => value!);
    const gaps = points.length - known.length;
    return `${fill(says.latest, { name, value: words.number(latest.value!), date: words.day(latest.at), least: words.number(Math.min(...values)), most: words.number(Math.max(...values)) })}${gaps > 0 ? ` ${fill(says.gaps, { count: String(gaps) })}` : ''}`;
  }).join(' ');
}

