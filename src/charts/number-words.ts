import { dayFormat, noonOf, numberFormat } from '../text/western-digits.ts';
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

export function chartWords(lang: string, { currency }: Pick<Chart, 'currency'>): ChartWords {
  const money = currency ? { style: 'currency' as const, currency } : {};
  const exact = numberFormat(lang, { maximumFractionDigits: currency ? 2 : 1, ...money });
  const short = numberFormat(lang, { notation: 'compact', maximumFractionDigits: 1, ...money });
  const of = (options: Intl.DateTimeFormatOptions) => {
    const format = dayFormat(lang, options);
    return (at: string) => format.format(noonOf(at));
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
