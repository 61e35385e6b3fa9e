import { csvCell } from '../charts/csv.ts';
import { closedPeriods } from '../domain/periods/period.ts';
import { sumOf } from '../domain/periods/period-sum.ts';
import { METRICS } from '../domain/figure.ts';
import { THRESHOLD } from '../domain/money/gift-table.ts';
import { examined } from './examined.ts';
import type { ReachData } from './reach-data.ts';
import { SENSITIVE, toldCounts } from './told-counts.ts';

/**
 * The last 13 closed months of every metric as CSV, for a spreadsheet: a row a metric and month, `days_unknown` beside the
 * number. Sums of money are not in it, since currencies and small numbers need their tables; small numbers of people stand as `<5`, and what would tell them as `hidden`.
 */
export function monthCsv(data: ReachData): string {
  const rows = METRICS.filter((metric) => metric !== 'gift-sum' && data.days.some((figure) => figure.metric === metric)).flatMap((metric) =>
    closedPeriods('month', data.today, 13).map((month) => {
      const { value, unknown } = sumOf(examined(data).series(metric), metric, month);
      const shown = SENSITIVE.includes(metric) ? toldCounts(data, metric).total(month) : value;
      return [month.from.slice(0, 7), metric, shown === undefined ? '' : shown === 'few' ? `<${THRESHOLD}` : String(shown), String(unknown)];
    }));
  return `\uFEFF${[['month', 'metric', 'value', 'days_unknown'], ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
