import type { Day } from '../instant.ts';
import type { Season } from '../periods/season.ts';
import { overlapOf } from '../calendar-day.ts';
import { autoregressionOf, innovationsOf } from './autoregression.ts';
import { cutTo, stretchOf, trimmed, type DaySeries } from './day-series.ts';
import { normalQuantile } from './normal-quantile.ts';
import { usualCourse, weeklyLogs } from './usual-course.ts';
import { LEVEL, POWER, type Caution, type Verdict } from './verdict.ts';

/** The correlation of a metric with another one so many weeks before. */
export interface Lag {
  weeks: number;
  correlation: number;
  /** Pairs of weeks that are known. */
  pairs: number;
  /** Beyond this, either way, it is called likely more than chance; all lags together are so by chance in fewer than 1 of 20 cases. */
  band: number;
}

/** Whether ups and downs of one metric follow those of another, after everything is removed that would make any two metrics alike. */
export interface LagCorrelation {
  verdict: Verdict;
  lags: Lag[];
  /** The lag that reaches furthest beyond, or next to, its band; undefined without figures. */
  strongest: Lag | undefined;
  weeks: number;
  /** Orders of the autoregressions that were removed. */
  orders: { leading: number; following: number };
  /** Smallest correlation that would have been seen in 4 of 5 cases. */
  smallest: number | undefined;
  cautions: Caution[];
}

const LAGS = 8;
const ENOUGH_WEEKS = 52;
/** A modest correlation: it would explain 4 % of the ups and downs. */
const MODEST = 0.2;

/**
 * Correlates weekly logarithms of two metrics, the first 0 to 8 weeks ahead. Season, trend, method breaks (`usualCourse`)
 * and autocorrelation (an autoregression of each, order by Akaike) are removed first: after that both are white, and the
 * variance of a correlation is 1/n at every lag (Bartlett's formula; Haugh 1976). The band is Bonferroni’s over the lags, and n is less by what was fitted.
 */
export function lagCorrelation(leading: DaySeries, following: DaySeries, { seasons = [], breaks = { leading: [], following: [] } }: { seasons?: readonly Season[] | undefined; breaks?: { leading: readonly Day[]; following: readonly Day[] } | undefined } = {}): LagCorrelation {
  const [a, b] = [stretchOf(trimmed(leading)), stretchOf(trimmed(following))];
  const both = a && b && overlapOf(a, b);
  if (!both) return { verdict: 'cannot-tell', lags: [], strongest: undefined, weeks: 0, orders: { leading: 0, following: 0 }, smallest: undefined, cautions: [{ kind: 'few-weeks', weeks: 0, wanted: ENOUGH_WEEKS }] };
  const first = whitened(cutTo(leading, both), seasons, breaks.leading);
  const second = whitened(cutTo(following, both), seasons, breaks.following);
  const limit = normalQuantile(1 - LEVEL / (2 * (LAGS + 1)));
  const lags = Array.from({ length: LAGS + 1 }, (_, weeks) => correlationAt(first.news, second.news, weeks, limit, Math.max(first.removed, second.removed)));
  const strongest = lags.reduce((most, lag) => (Math.abs(lag.correlation) / lag.band > Math.abs(most.correlation) / most.band ? lag : most));
  const widest = Math.max(...lags.map((lag) => lag.band));
  const smallest = widest < 1 ? Math.min(1, (widest * (limit + normalQuantile(POWER))) / limit) : undefined;
  const weeks = first.news.length;
  const found = Math.abs(strongest.correlation) > strongest.band;
  const unknown = [...cutTo(leading, both).values, ...cutTo(following, both).values].filter((value) => value === undefined).length;
  const cautions: (Caution | false)[] = [
    weeks < ENOUGH_WEEKS && { kind: 'few-weeks', weeks, wanted: ENOUGH_WEEKS },
    !first.seasonKnown && { kind: 'season-unknown', weeks },
    breaks.leading.length + breaks.following.length > 0 && { kind: 'method-break', count: breaks.leading.length + breaks.following.length },
    unknown > 0 && { kind: 'unknown-days', count: unknown, of: 14 * weeks },
  ];
  return {
    verdict: found ? 'likely' : smallest !== undefined && smallest <= MODEST ? 'no-sign' : 'cannot-tell',
    lags, strongest, weeks, orders: { leading: first.order, following: second.order }, smallest, cautions: cautions.filter((caution) => caution !== false),
  };
}

function whitened(series: DaySeries, seasons: readonly Season[], breaks: readonly Day[]): { news: (number | undefined)[]; order: number; removed: number; seasonKnown: boolean } {
  const { expected, fitted, seasonKnown } = usualCourse(series, seasons, breaks);
  const rest = weeklyLogs(series).map((log, week) => (log === undefined ? undefined : log - Math.log(7 * expected[week * 7 + 3]!)));
  const autoregression = autoregressionOf(rest);
  return { news: innovationsOf(rest, autoregression), order: autoregression.coefficients.length, removed: fitted + autoregression.coefficients.length, seasonKnown };
}

function correlationAt(leading: readonly (number | undefined)[], following: readonly (number | undefined)[], weeks: number, limit: number, removed: number): Lag {
  const pairs = following.flatMap((later, at) => {
    const earlier = leading[at - weeks];
    return later === undefined || earlier === undefined ? [] : [[earlier, later] as const];
  });
  const mean = (which: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[which], 0) / Math.max(1, pairs.length);
  const [middleOfEarlier, middleOfLater] = [mean(0), mean(1)];
  const product = (one: 0 | 1, other: 0 | 1) => pairs.reduce((sum, pair) => sum + (pair[one] - (one === 0 ? middleOfEarlier : middleOfLater)) * (pair[other] - (other === 0 ? middleOfEarlier : middleOfLater)), 0);
  const scale = Math.sqrt(product(0, 0) * product(1, 1));
  return { weeks, correlation: scale > 0 ? product(0, 1) / scale : 0, pairs: pairs.length, band: limit / Math.sqrt(Math.max(1, pairs.length - removed)) };
}
