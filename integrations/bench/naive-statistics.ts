/**
 * What dashboards and spreadsheets do: correlates weekly numbers of two series as they are, one 0 to 8 weeks ahead of the
 * other, and calls it a link when any correlation is beyond 1.96/√n.
 */
export function naiveCorrelation(leading: readonly number[], following: readonly number[]): boolean {
  const [a, b] = [weekly(leading), weekly(following)];
  return Array.from({ length: 9 }, (_, lag) => correlation(a.slice(0, a.length - lag), b.slice(lag))).some((value) => Math.abs(value) > 1.96 / Math.sqrt(a.length));
}

/** Compares the two weeks after publications with the two before by a z-test, as if windows and weeks were independent: the gifts after are Poisson around those before. */
export function naiveTest(values: readonly number[], publications: readonly number[]): boolean {
  let [before, after] = [0, 0];
  for (const day of publications) {
    if (day < 14 || day + 14 > values.length) continue;
    before += total(values.slice(day - 14, day));
    after += total(values.slice(day, day + 14));
  }
  return before + after > 0 && Math.abs(after - before) / Math.sqrt(before + after) > 1.96;
}

/** A z-test of the logarithms of “after over before”, one for each publication, against their own spread. */
export function naiveRatios(values: readonly number[], publications: readonly number[]): boolean {
  const ratios = publications.filter((day) => day >= 14 && day + 14 <= values.length).map((day) => Math.log((total(values.slice(day, day + 14)) + 0.5) / (total(values.slice(day - 14, day)) + 0.5)));
  const mean = total(ratios) / ratios.length;
  const spread = Math.sqrt(total(ratios.map((ratio) => (ratio - mean) ** 2)) / (ratios.length - 1));
  return Math.abs(mean) / (spread / Math.sqrt(ratios.length)) > 1.96;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const weekly = (values: readonly number[]) => Array.from({ length: Math.floor(values.length / 7) }, (_, week) => total(values.slice(week * 7, week * 7 + 7)));

function correlation(a: readonly number[], b: readonly number[]): number {
  const [first, second] = [total(a) / a.length, total(b) / b.length];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) => x.reduce((sum, value, index) => sum + (value - mx) * (y[index]! - my), 0);
  return product(a, first, b, second) / Math.sqrt(product(a, first, a, first) * product(b, second, b, second));
}
