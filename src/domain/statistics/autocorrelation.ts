/**
 * Autocorrelations of a series at lags 0 to `most`, as R’s `acf` has them: products around the mean divided by the number
 * of values, which is why long lags shrink. Where a value is unknown, the products with it are left out; with none left a
 * lag has 0.
 */
export function autocorrelations(series: readonly (number | undefined)[], most: number): number[] {
  const variance = autocovariance(series, 0);
  return Array.from({ length: most + 1 }, (_, lag) => (lag === 0 ? 1 : variance > 0 ? autocovariance(series, lag) / variance : 0));
}

/** Mean of the products of values `lag` apart around the mean, over the number of known values. */
export function autocovariance(series: readonly (number | undefined)[], lag: number): number {
  const known = series.filter((value) => value !== undefined);
  if (known.length === 0) return 0;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  let sum = 0;
  for (let at = lag; at < series.length; at++) {
    const [earlier, later] = [series[at - lag], series[at]];
    if (earlier !== undefined && later !== undefined) sum += (earlier - mean) * (later - mean);
  }
  return sum / known.length;
}
