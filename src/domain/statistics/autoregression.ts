import { autocovariance } from './autocorrelation.ts';

/** How a series continues itself: the next deviation from the mean is the sum of the last ones, each times its coefficient, and something new. */
export interface Autoregression {
  coefficients: number[];
  /** Variance of what is new, by the recursion and without a correction for the number of coefficients. */
  variance: number;
}

/**
 * Autoregressions of orders 0 to `most` from autocovariances at lags 0 to `most`: the Levinson–Durbin recursion
 * (Brockwell and Davis, Time Series: Theory and Methods, proposition 5.2.1).
 */
export function levinsonDurbin(covariances: readonly number[], most: number): Autoregression[] {
  const orders: Autoregression[] = [{ coefficients: [], variance: covariances[0]! }];
  for (let order = 1; order <= most; order++) {
    const { coefficients, variance } = orders.at(-1)!;
    if (!(variance > 0)) break;
    const explained = coefficients.reduce((sum, coefficient, index) => sum + coefficient * covariances[order - 1 - index]!, 0);
    const partial = (covariances[order]! - explained) / variance;
    orders.push({ coefficients: [...coefficients.map((coefficient, index) => coefficient - partial * coefficients[order - 2 - index]!), partial], variance: variance * (1 - partial ** 2) });
  }
  return orders;
}

/**
 * The autoregression of a series whose order has the smallest Akaike criterion, n·log(variance) + 2·order, up to
 * 10·log10(n) as R’s `ar` takes it. Unknown values are left out of the autocovariances.
 */
export function autoregressionOf(series: readonly (number | undefined)[], most?: number): Autoregression {
  const n = series.filter((value) => value !== undefined).length;
  const limit = Math.max(0, Math.min(n - 1, most ?? Math.floor(10 * Math.log10(Math.max(1, n)))));
  const orders = levinsonDurbin(Array.from({ length: limit + 1 }, (_, lag) => autocovariance(series, lag)), limit);
  // Gaps can make the covariances contradict each other, and then the recursion leaves what a variance can be.
  const usable = orders.filter(({ variance }) => variance > 0);
  const criterion = ({ variance, coefficients }: Autoregression) => n * Math.log(variance) + 2 * coefficients.length;
  return usable.reduce((best, order) => (criterion(order) < criterion(best) ? order : best), usable[0] ?? orders[0]!);
}

/** What is new in each value: its deviation from the mean without what the ones before it made likely; undefined where one of these is unknown. */
export function innovationsOf(series: readonly (number | undefined)[], { coefficients }: Autoregression): (number | undefined)[] {
  const known = series.filter((value) => value !== undefined);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return series.map((value, at) => {
    if (value === undefined || at < coefficients.length) return undefined;
    let rest = value - mean;
    for (const [index, coefficient] of coefficients.entries()) {
      const before = series[at - 1 - index];
      if (before === undefined) return undefined;
      rest -= coefficient * (before - mean);
    }
    return rest;
  });
}
