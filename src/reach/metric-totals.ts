import { compare } from '../domain/periods/comparison.ts';
import { periodBefore, yearBefore, type Period } from '../domain/periods/period.ts';
import { THRESHOLD } from '../domain/money/gift-table.ts';
import { STANDING, type Metric } from '../domain/figure.ts';
import { fill } from '../text/count.ts';
import { counted } from './counted.ts';
import { formatDay } from '../text/day.ts';
import { examined } from './examined.ts';
import { change, number } from './percent.ts';
import { periodName } from './period-name.ts';
import { breaksOf } from './metric-series.ts';
import { completeThrough } from './metric-sources.ts';
import type { ReachData } from './reach-data.ts';
import type { Reader } from './reader.ts';
import { SENSITIVE, toldCounts } from './told-counts.ts';
import type { Total } from './view.ts';

/** Metrics of a closed period, each with the period before and the year before, or why there is no comparison. */
export function metricTotals(data: ReachData, metrics: readonly Metric[], period: Period, reader: Reader): Total[] {
  return metrics.filter((metric) => data.days.some((figure) => figure.metric === metric)).map((metric) => totalOf(data, metric, period, reader));
}

function totalOf(data: ReachData, metric: Metric, period: Period, { lang, words }: Reader): Total {
  const series = examined(data).series(metric);
  const through = completeThrough(data, metric);
  const [before, year] = [periodBefore(period), yearBefore(period)].map((then) => compare(series, metric, period, then, through, breaksOf(data, metric)));
  const { now } = before!;
  const told = SENSITIVE.includes(metric) ? toldCounts(data, metric) : undefined;
  const quiet = (of: Period) => told !== undefined && typeof told.total(of) !== 'number';
  const note = (comparison: typeof before, sentence: string, other: Period): string => {
    // A change from a hidden number tells that number.
    if (quiet(period) || quiet(other) || comparison!.kind === 'nothing-known' || comparison!.kind === 'not-closed') return '';
    if (comparison!.kind === 'method-break') return fill(words.totals.broken, { date: formatDay(lang, comparison!.at.day) });
    if (comparison!.kind === 'unknown-days') return fill(words.totals.notCompared, { period: periodName(lang, other) });
    return comparison!.change === undefined ? '' : fill(sentence, { change: change(lang, comparison!.change), period: periodName(lang, other) });
  };
  const shown = told ? told.total(period) : now.value;
  const value = shown === undefined ? words.chart.unknown : shown === 'few' ? fill(words.suppressed, { threshold: String(THRESHOLD) }) : shown === 'hidden' ? words.hidden : number(lang, shown);
  const notes = [
    now.to > through ? fill(words.totals.through, { date: formatDay(lang, through) }) : '',
    now.value !== undefined && now.unknown > 0 && !STANDING.includes(metric) ? counted(lang, words.totals.unknownDays, now.unknown) : '',
    note(before, words.totals.before, periodBefore(period)), note(year, words.totals.year, yearBefore(period)),
  ];
  return { name: words.metrics[metric], value, notes: [...new Set(notes)] };
}
