import type { Metric } from '../figure.ts';
import { stretchOf, type DaySeries } from '../statistics/day-series.ts';
import { compare, type Comparison } from './comparison.ts';
import type { MethodBreak } from './method-break.ts';
import { periodBefore, yearBefore, type Period } from './period.ts';

const MOST = 60;

/** How many earlier changes between the same kinds of periods were as great, either way, and how many there were. */
export function usualSpread(kind: 'year-on-year' | 'period-before', metric: Metric, { change }: Extract<Comparison, { kind: 'compared' }>, series: DaySeries, breaks: readonly MethodBreak[], period: Period): { asGreat: number; earlier: number } {
  const whole = stretchOf(series);
  const sizes: number[] = [];
  for (let now = periodBefore(period), step = 0; whole && step < MOST; now = periodBefore(now), step++) {
    const then = kind === 'year-on-year' ? yearBefore(now) : periodBefore(now);
    if (then.from < whole.from) break;
    const found = compare(series, metric, now, then, now.to, breaks);
    if (found.kind === 'compared' && found.change !== undefined) sizes.push(sizeOf(found.change));
  }
  return { asGreat: change === undefined ? 0 : sizes.filter((size) => size >= sizeOf(change)).length, earlier: sizes.length };
}

// Doubling and halving are as great as each other.
const sizeOf = (change: number) => Math.abs(Math.log(Math.max(0.01, 1 + change)));
