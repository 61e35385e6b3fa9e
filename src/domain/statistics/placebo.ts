/**
 * Means over the publications’ windows for every circular shift of all publication days at once, the true days (shift 0)
 * among them; undefined where fewer than `least` windows can be used. Distances between publications stay as they are, and
 * so does everything about the series.
 */
export function shiftedMeans(contrasts: readonly (number | undefined)[], days: readonly number[], least: number): (number | undefined)[] {
  const length = contrasts.length;
  return Array.from({ length }, (_, shift) => {
    let sum = 0;
    let used = 0;
    for (const day of days) {
      const contrast = contrasts[(day + shift) % length];
      if (contrast === undefined) continue;
      sum += contrast;
      used++;
    }
    return used >= least ? sum / used : undefined;
  });
}

/**
 * The share of shifts whose mean lies at least as far from the middle as that of `shift`, itself counted, which is why it
 * is never 0: (1 + others as far) / (1 + others). Phipson and Smyth, Permutation p-values should never be zero, 2010.
 */
export function placeboShare(means: readonly (number | undefined)[], shift = 0): number {
  const seen = means[shift];
  if (seen === undefined) return 1;
  const known = means.filter((mean) => mean !== undefined);
  const middle = known.reduce((sum, mean) => sum + mean, 0) / known.length;
  const far = Math.abs(seen - middle) - 1e-12;
  return known.filter((mean) => Math.abs(mean - middle) >= far).length / known.length;
}

/** The value below which that share of the known means lies, between two of them by a straight line; 0 without any. */
export function quantileOf(values: readonly (number | undefined)[], share: number): number {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
