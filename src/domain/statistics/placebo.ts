/**
 * Means over the publications’ windows for every circular shift of all publication days at once, the true days (shift 0)
 * among them; undefined where fewer than `least` windows can be used. Distances between publications stay as they are, and
 * so does everything about the series.
 */
export function shiftedMeans(contrasts: readonly (number | undefined)[], days: readonly number[], least: number): (number | undefined)[] {
  const length = contrasts.length;
  const sums = new Float64Array(length);
  const used = new Uint16Array(length);
  for (const day of days) {
    for (let shift = 0, at = day % length; shift < length; shift++, at = at + 1 === length ? 0 : at + 1) {
      const contrast = contrasts[at];
      if (contrast === undefined) continue;
      sums[shift]! += contrast;
      used[shift]!++;
    }
  }
  return Array.from(sums, (sum, shift) => (used[shift]! >= least ? sum / used[shift]! : undefined));
}

/**
 * The share of shifts whose mean lies at least as far from the middle as that of `shift`, itself counted, which is why it
 * is never 0: (1 + others as far) / (1 + others). Phipson and Smyth, Permutation p-values should never be zero, 2010.
 */
export function placeboShare(means: readonly (number | undefined)[], shift = 0): number {
  const seen = means[shift];
  if (seen === undefined) return 1;
  const middle = middleOf(means);
  const far = Math.abs(seen - middle) - 1e-12;
  let [known, as] = [0, 0];
  for (const mean of means) {
    if (mean === undefined) continue;
    known++;
    if (Math.abs(mean - middle) >= far) as++;
  }
  return as / known;
}

/** The mean of what is known; 0 without any. */
export function middleOf(means: readonly (number | undefined)[]): number {
  let [sum, known] = [0, 0];
  for (const mean of means) {
    if (mean === undefined) continue;
    sum += mean;
    known++;
  }
  return known === 0 ? 0 : sum / known;
}

/** The value below which that share of the known means lies, between two of them by a straight line; 0 without any. */
export function quantileOf(values: readonly (number | undefined)[], share: number): number {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
