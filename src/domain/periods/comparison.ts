import { STANDING, type Metric, type Stretch } from '../figure.ts';
import type { Day } from '../instant.ts';
import type { DaySeries } from '../statistics/day-series.ts';
import type { MethodBreak } from './method-break.ts';
import { sumOf, type PeriodSum } from './period-sum.ts';

/** Two stretches side by side, or why they cannot be put there. */
export type Comparison = { now: PeriodSum; then: PeriodSum } & (
  | { kind: 'compared'; difference: number; /** As a part, 0.18 is +18 %; undefined from nothing. */ change: number | undefined }
  /** Not over yet, or not completely fetched. */
  | { kind: 'not-closed' }
  | { kind: 'nothing-known'; which: 'now' | 'then' }
  /** Days that nobody knows: the known rest is no whole. */
  | { kind: 'unknown-days'; count: number }
  | { kind: 'method-break'; at: MethodBreak }
);

/**
 * Compares a closed stretch with an earlier one of the same length. `completeThrough` is the last day that is completely
 * known. What stands rather than flows needs only its last day.
 */
export function compare(series: DaySeries, metric: Metric, now: Stretch, then: Stretch, completeThrough: Day, breaks: readonly MethodBreak[] = []): Comparison {
  const both = { now: sumOf(series, metric, now), then: sumOf(series, metric, then) };
  if (now.to > completeThrough) return { ...both, kind: 'not-closed' };
  for (const which of ['now', 'then'] as const) if (both[which].value === undefined) return { ...both, kind: 'nothing-known', which };
  const at = breaks.find((one) => one.metric === metric && one.day > then.from && one.day <= now.to);
  if (at) return { ...both, kind: 'method-break', at };
  const count = both.now.unknown + both.then.unknown;
  if (count > 0 && !STANDING.includes(metric)) return { ...both, kind: 'unknown-days', count };
  const [after, before] = [both.now.value!, both.then.value!];
  return { ...both, kind: 'compared', difference: after - before, change: before === 0 ? undefined : (after - before) / before };
}
