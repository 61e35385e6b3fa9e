import type { Metric, Stretch } from '../figure.ts';
import type { DaySeries } from '../statistics/day-series.ts';
import { compare, type Comparison } from './comparison.ts';
import type { MethodBreak } from './method-break.ts';
import { periodBefore, yearBefore, type Period } from './period.ts';
import { usualSpread } from './usual-spread.ts';
import type { Pace } from './target.ts';

/**
 * How unusual a change is beside those that the same metric went through before: `clear` when it is among the
 * greatest 1 in 20, `small` when it is within the usual, `unsure` without 19 earlier ones to compare with.
 */
export type Certainty = 'clear' | 'small' | 'unsure';

/** Something that a director should hear first. Weight orders them: about how far from usual it is, 0 and more. */
export type Finding = { metric: Metric; weight: number } & (
  | { kind: 'year-on-year' | 'period-before'; comparison: Extract<Comparison, { kind: 'compared' }>; certainty: Certainty; /** Earlier changes that were as great, and how many there were. */ asGreat: number; earlier: number }
  | { kind: 'not-comparable'; comparison: Exclude<Comparison, { kind: 'compared' }> }
  | { kind: 'target'; pace: Pace }
);

/** All that is known of one metric. */
export interface MetricKnown {
  metric: Metric;
  series: DaySeries;
  completeThrough: Stretch['to'];
  breaks: readonly MethodBreak[];
  paces?: readonly Pace[] | undefined;
}

/** With fewer earlier changes none can be among the rarest 1 in 20. */
const ENOUGH = 19;
const RARE = 1 / 20;

/**
 * What changed in a closed period: of each metric the year on year, or the period before where no year is known, and
 * targets; the weightiest first, `most` of them.
 */
export function whatChanged(period: Period, metrics: readonly MetricKnown[], most = 5): Finding[] {
  return metrics.flatMap((known) => findingsOf(period, known)).sort((a, b) => b.weight - a.weight).slice(0, most);
}

function findingsOf(period: Period, { metric, series, completeThrough, breaks, paces = [] }: MetricKnown): Finding[] {
  const [yearly, before] = [yearBefore(period), periodBefore(period)].map((then) => compare(series, metric, period, then, completeThrough, breaks));
  const findings: Finding[] = [];
  if (yearly!.kind === 'compared') findings.push(comparedFinding('year-on-year', metric, yearly!, series, breaks, period));
  else if (before!.kind === 'compared') findings.push(comparedFinding('period-before', metric, before!, series, breaks, period));
  else if (yearly!.now.value !== undefined || yearly!.then.value !== undefined) findings.push({ kind: 'not-comparable', metric, weight: 0.5, comparison: before! });
  for (const pace of paces) if (pace.standing !== 'not-begun') findings.push({ kind: 'target', metric, pace, weight: pace.standing === 'too-early' ? 0.3 : pace.standing === 'on-course' ? 1.2 : 2 });
  return findings;
}

function comparedFinding(kind: 'year-on-year' | 'period-before', metric: Metric, comparison: Extract<Comparison, { kind: 'compared' }>, series: DaySeries, breaks: readonly MethodBreak[], period: Period): Finding {
  const { asGreat, earlier } = usualSpread(kind, metric, comparison, series, breaks, period);
  const certainty = earlier < ENOUGH ? 'unsure' : (1 + asGreat) / (1 + earlier) <= RARE ? 'clear' : 'small';
  const size = comparison.change === undefined ? 1 : Math.abs(Math.log(Math.max(0.05, 1 + comparison.change)));
  return { kind, metric, comparison, certainty, asGreat, earlier, weight: size + (certainty === 'clear' ? 2 : certainty === 'unsure' ? 0.5 : 0) };
}
