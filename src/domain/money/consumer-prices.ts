/**
 * Where the figures are from: the monthly bulletins “Consumer Price Index” of the Turkish Statistical Institute (TÜİK),
 * index 2003 = 100, change against the month before in percent. What a bulletin of that series has not yet said is missing.
 */
export const CPI_SOURCE = 'TÜİK, Tüketici Fiyat Endeksi (2003=100), data.tuik.gov.tr';

/** From January of the year on. Chained, they give the yearly rates of the bulletins within two hundredths of a percent. */
const MONTHLY_CHANGES: Record<string, readonly number[]> = {
  2023: [6.65, 3.15, 2.29, 2.39, 0.04, 3.92, 9.49, 9.09, 4.75, 3.43, 3.28, 2.93],
  2024: [6.7, 4.53, 3.16, 3.18, 3.37, 1.64, 3.23, 2.47, 2.97, 2.88, 2.24, 1.03],
  2025: [5.03, 2.27, 2.46, 3.0, 1.53, 1.37, 2.06, 2.04, 3.23, 2.55],
};

/** Consumer prices by month, `2025-10`; any index serves, since only ratios are used. */
export type PriceIndex = Readonly<Record<string, number>>;

/** Lira prices with December 2022 = 100. */
export const TURKISH_PRICES: PriceIndex = chained('2022-12', MONTHLY_CHANGES);

/** The last month of an index. */
export function latestMonth(index: PriceIndex): string {
  return Object.keys(index).sort().at(-1)!;
}

/**
 * An amount of one month in the money of another: amount × index(base) / index(month). Undefined where the index does not
 * know one of them yet.
 */
export function atConstantPrices(amount: number, month: string, base: string, index: PriceIndex = TURKISH_PRICES): number | undefined {
  const [then, now] = [index[month], index[base]];
  return then === undefined || now === undefined ? undefined : (amount * now) / then;
}

function chained(base: string, changes: Record<string, readonly number[]>): PriceIndex {
  let level = 100;
  const months = Object.entries(changes).flatMap(([year, some]) => some.map((change, month): [string, number] => {
    level *= 1 + change / 100;
    return [`${year}-${String(month + 1).padStart(2, '0')}`, level];
  }));
  return Object.fromEntries([[base, 100], ...months]);
}
