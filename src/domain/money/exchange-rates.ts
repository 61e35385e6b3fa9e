import { daysLater } from '../calendar-day.ts';
import { isDay, type Day } from '../instant.ts';

/** What one euro was worth, by day and currency; as the European Central Bank publishes it on working days. */
export type ExchangeRates = ReadonlyMap<Day, Readonly<Record<string, number>>>;

/** Weekends and holidays have no rate of their own; the last one before them counts for so many days. */
const LONGEST = 7;

/**
 * Reads rates as the European Central Bank writes them in `eurofxref-hist.csv`: a row of `Date` and currencies, then a row
 * a day, `N/A` or nothing where there was no rate. Returns the row that is at fault otherwise.
 */
export function readRates(text: string): { rates: ExchangeRates } | { row: number; problem: 'header' | 'day' | 'rate' } {
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.trim()));
  const [header = []] = rows;
  if (header[0] !== 'Date' || !header.slice(1).some((name) => /^[A-Z]{3}$/.test(name))) return { row: 1, problem: 'header' };
  const rates = new Map<Day, Record<string, number>>();
  for (const [index, [day = '', ...cells]] of rows.entries()) {
    if (index === 0 || (day === '' && cells.every((cell) => cell === ''))) continue;
    if (!isDay(day)) return { row: index + 1, problem: 'day' };
    const known: Record<string, number> = {};
    for (const [column, cell] of cells.entries()) {
      const currency = header[column + 1];
      if (!currency || cell === '' || cell === 'N/A') continue;
      if (!/^\d+(\.\d+)?$/.test(cell) || Number(cell) === 0) return { row: index + 1, problem: 'rate' };
      known[currency] = Number(cell);
    }
    rates.set(day, known);
  }
  return { rates };
}

/** An amount in euros, same unit, at the rate of its day or of the last day before it that has one, at most a week; undefined without. */
export function euroOf(amount: number, currency: string, day: Day, rates: ExchangeRates): { amount: number; rate: number; day: Day } | undefined {
  if (currency === 'EUR') return { amount, rate: 1, day };
  for (let back = 0; back <= LONGEST; back++) {
    const then = daysLater(day, -back);
    const rate = rates.get(then)?.[currency];
    if (rate !== undefined) return { amount: amount / rate, rate, day: then };
  }
  return undefined;
}
