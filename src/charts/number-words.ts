import { calendar } from '../text/calendar.ts';
import type { Chart, ChartPoint } from './chart.ts';

/** Numbers and days of a chart as a reader of `lang` writes them. */
export interface ChartWords {
  number(value: number): string;
  /** Short, for axes: 12K. */
  tick(value: number): string;
  day(at: string): string;
  month(at: string): string;
  /** A month with its year, for the first on an axis and each January. */
  year(at: string): string;
  point(point: ChartPoint, unknown: string): string;
}

/** Western digits in every language: the same number stands in the bank's letters and in the CSV. */
const digits = (lang: string) => `${lang}-u-nu-latn`;

export function chartWords(lang: string, { currency }: Pick<Chart, 'currency'>): ChartWords {
  const money = currency ? { style: 'currency' as const, currency } : {};
  const exact = new Intl.NumberFormat(digits(lang), { maximumFractionDigits: currency ? 2 : 1, ...money });
  const short = new Intl.NumberFormat(digits(lang), { notation: 'compact', maximumFractionDigits: 1, ...money });
  const of = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(`${calendar(lang)}-nu-latn`, { timeZone: 'UTC', ...options });
    return (at: string) => format.format(new Date(`${at}T12:00:00Z`));
  };
  const scaled = (value: number) => (currency ? value / 100 : value);
  const day = of({ day: 'numeric', month: 'short', year: 'numeric' });
  return {
    number: (value) => exact.format(scaled(value)),
    tick: (value) => short.format(scaled(value)),
    day, month: of({ month: 'short' }), year: of({ month: 'short', year: 'numeric' }),
    point: ({ value, shown }, unknown) => shown ?? (value === null ? unknown : exact.format(scaled(value))),
  };
}
