import { csvCell } from '../charts/csv.ts';
import { closedPeriods } from '../domain/periods/period.ts';
import { sumOf } from '../domain/periods/period-sum.ts';
import { METRICS } from '../domain/figure.ts';
import { examined } from './examined.ts';
import { isFew, SENSITIVE } from './quiet-points.ts';
import type { ReachData } from './reach-data.ts';

/**
 * The last 13 closed months of every metric as CSV, for a spreadsheet: a row a metric and month, `days_unknown` beside the
 * number. Sums of money are not in it, since currencies and small numbers need their tables; small numbers stand as `<5`.
 */
export function monthCsv(data: ReachData): string {
  const rows = METRICS.filter((metric) => metric !== 'gift-sum' && data.days.some((figure) => figure.metric === metric)).flatMap((metric) =>
    closedPeriods('month', data.today, 13).map((month) => {
      const { value, unknown } = sumOf(examined(data).series(metric), metric, month);
      return [month.from.slice(0, 7), metric, value === undefined ? '' : SENSITIVE.includes(metric) && isFew(value) ? '<5' : String(value), String(unknown)];
    }));
  return `\uFEFF${[['month', 'metric', 'value', 'days_unknown'], ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
