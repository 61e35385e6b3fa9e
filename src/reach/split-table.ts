import type { Metric } from '../domain/figure.ts';
import { THRESHOLD, type ShownCount } from '../domain/money/gift-table.ts';
import { numberCell, shareCell } from './cell.ts';
import { oneVoice } from './metric-sources.ts';
import type { KnownFigure, ReachData } from './reach-data.ts';
import { nameOf, type Reader } from './reader.ts';
import { isFew, SENSITIVE } from './told-counts.ts';
import type { Cell, Table } from './view.ts';

export interface SplitWish {
  id: string;
  caption: string;
  /** Head of the first column. */
  head: string;
  metrics: readonly Metric[];
  /** The first cell for a name, if the name alone will not do. */
  cell?: (name: string) => Cell;
  /** At most so many rows, by the first metric. */
  most?: number;
  /** What may be told of numbers of people; nothing when absent. */
  told?: ((metric: Metric, entity: string) => ShownCount | undefined) | undefined;
}

/** Figures by language, network, campaign or story, the largest first; undefined when no source splits them. Small numbers of people are not shown. */
export function splitTable(data: ReachData, figures: readonly KnownFigure[], { id, caption, head, metrics, cell = (name) => ({ text: name }), most = 50, told = () => 'hidden' }: SplitWish, { lang, words }: Reader): Table | undefined {
  const sums = new Map<string, Map<Metric, number>>();
  const shown = metrics.filter((metric) => figures.some((figure) => figure.metric === metric));
  for (const metric of shown) {
    for (const { entity, value } of oneVoice(figures.filter((figure) => figure.metric === metric), data)) {
      const row = sums.get(entity) ?? new Map<Metric, number>();
      sums.set(entity, row.set(metric, (row.get(metric) ?? 0) + value));
    }
  }
  const [first] = shown;
  if (first === undefined) return undefined;
  const rank = ([entity, row]: [string, Map<Metric, number>]) => (SENSITIVE.includes(first) ? Number(told(first, entity)) || 0 : (row.get(first) ?? 0));
  // The order would tell what is hidden.
  const all = [...sums].sort((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1));
  const quiet = first === 'signatures' ? together(all, words.tables.others) : all;
  const total = all.reduce((sum, [, row]) => sum + (row.get(first) ?? 0), 0);
  const says = (metric: Metric, value: number | undefined, entity: string): Cell => {
    const shown = value !== undefined && SENSITIVE.includes(metric) ? (told(metric, entity) ?? 'hidden') : value;
    return shown === undefined ? { text: '–', raw: '' } : shown === 'few' ? { text: `<${THRESHOLD}` } : shown === 'hidden' ? { text: words.hidden } : numberCell(lang, shown);
  };
  return {
    id, caption,
    head: [{ text: head }, ...shown.map((metric) => ({ text: words.metrics[metric], number: true })), ...(SENSITIVE.includes(first) ? [] : [{ text: words.tables.share, number: true }])],
    rows: quiet.slice(0, most).map(([entity, row]) => [entity === `:${words.tables.others}` ? { text: nameOf(entity) } : cell(nameOf(entity)), ...shown.map((metric) => says(metric, row.get(metric), entity)), ...(SENSITIVE.includes(first) ? [] : [total > 0 ? shareCell(lang, (row.get(first) ?? 0) / total) : { text: '–', raw: '' }])]),
  };
}

/** Rows of so few signatures that they could tell who somebody is, as one row that cannot; a name of a language alone may be enough to know a person. */
function together(rows: readonly [string, Map<Metric, number>][], name: string): [string, Map<Metric, number>][] {
  const count = ([, row]: [string, Map<Metric, number>]) => row.get('signatures') ?? 0;
  const kept = rows.filter((row) => !isFew(count(row)));
  const few = rows.filter((row) => isFew(count(row)));
  while (few.length > 0 && (few.length < 2 || few.reduce((sum, row) => sum + count(row), 0) < THRESHOLD) && kept.length > 0) few.push(kept.pop()!);
  return few.length === 0 ? [...rows] : [...kept, [`:${name}`, new Map<Metric, number>([['signatures', few.reduce((sum, row) => sum + count(row), 0)]])]];
}
