import type { Metric } from '../../../src/domain/figure.ts';

/** Hours are kept as whole milliseconds: quarters, thirds and hundredths of an hour stay exact, and so do sums that grow and shrink. */
const PARTS: Partial<Record<Metric, number>> = { 'volunteer-hours': 3_600_000 };

/** A value as the whole number that is kept. Throws a `RangeError` for a fraction of anything but hours, and for what is no number. */
export function unitsOf(metric: Metric, value: number): number {
  const parts = PARTS[metric];
  const units = parts ? Math.round(value * parts) : value;
  if (!Number.isSafeInteger(units)) throw new RangeError(`A figure of “${metric}” is ${value}; it must be a whole number below 2^53.`);
  // There is no negative nought in a database.
  return units + 0;
}

/** The value of what is kept. */
export const valueOf = (metric: Metric, units: number): number => units / (PARTS[metric] ?? 1);
