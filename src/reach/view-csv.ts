import { chartCsv, csvCell } from '../charts/csv.ts';
import type { ReachWords } from './words/words.ts';
import { chartsOf, tablesOf, type View } from './view.ts';

/** The numbers of a chart or table of a view, as CSV; undefined when it has none of that name. They hide what the page hides. */
export function csvOf({ sections }: View, id: string, { chart: { period } }: ReachWords): string | undefined {
  const blocks = sections.flatMap((section) => section.blocks);
  const chart = chartsOf(blocks).find((one) => one.id === id);
  if (chart) return chartCsv(chart, period);
  const table = tablesOf(blocks).find((one) => one.id === id);
  return table && `\uFEFF${[table.head.map(({ text, full }) => full ?? text), ...table.rows.map((cells) => cells.map(({ text, raw, before }) => String(raw ?? (before ? `${before} ${text}` : text))))].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
