/**
 * The value below which a standard normal variable lies with that probability, 0 < p < 1: Acklam's rational
 * approximation, relative error below 1.2e-9 (P. J. Acklam, 2003).
 */
export function normalQuantile(probability: number): number {
  const TAIL = 0.02425;
  if (probability < TAIL) return tail(Math.sqrt(-2 * Math.log(probability)));
  if (probability > 1 - TAIL) return -tail(Math.sqrt(-2 * Math.log(1 - probability)));
  const q = probability - 0.5;
  const r = q * q;
  return (q * polynomial([-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239], r)) / polynomial([-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1], r);
}

function tail(q: number): number {
  return polynomial([-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783], q) / polynomial([7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1], q);
}

const polynomial = (coefficients: readonly number[], at: number) => coefficients.reduce((sum, coefficient) => sum * at + coefficient, 0);
