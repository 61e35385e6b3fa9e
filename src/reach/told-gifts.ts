import type { Day } from '../domain/instant.ts';
import { countRows, giftRows } from '../domain/money/gift-row.ts';
import { giftTables, THRESHOLD, type ShownCount } from '../domain/money/gift-table.ts';
import { hiddenTogether } from '../domain/money/table-secrets.ts';
import { periodOf, type Period } from '../domain/periods/period.ts';
import { sumOf } from '../domain/periods/period-sum.ts';
import { nameOf } from './reader.ts';
import { examined } from './examined.ts';
import { completeThrough } from './metric-sources.ts';
import { firstWholeMonth } from './series-points.ts';
import type { ReachData } from './reach-data.ts';
import type { ToldCounts } from './told-counts.ts';

const made = new WeakMap<ReachData, Map<string, ReturnType<typeof giftTables>>>();

/** The tables of a year's gifts, made once for the same figures. */
export function giftTablesOf(data: ReachData, year: string): ReturnType<typeof giftTables> {
  const known = made.get(data) ?? new Map<string, ReturnType<typeof giftTables>>();
  made.set(data, known);
  if (!known.has(year)) known.set(year, giftTables(data.gifts, year, completeThrough(data, 'gifts')));
  return known.get(year)!;
}

/** What may be told of the number of gifts: what the tables of gifts tell, and what sources without single gifts add to it only where that tells nothing. */
export function toldGifts(data: ReachData): ToldCounts {
  const years = new Map<string, (period: Period) => ShownCount | undefined>();
  const rowIn = (table: 'byKind' | 'byCampaign', { kind, from }: Period) => {
    const { columns, rows } = giftTablesOf(data, from.slice(0, 4))[table];
    const row = rows.find(({ period }) => period.kind === kind && period.from === from);
    return row && { ...row, columns };
  };
  // A currency more is a column more: all that are told, or nothing.
  const added = (period: Period, table: 'byKind' | 'byCampaign', belongs: (column: string) => boolean): ShownCount | undefined => {
    const row = rowIn(table, period);
    const counts = row?.cells.flatMap(({ count }, at) => (belongs(row.columns[at]!) && count !== 0 ? [count] : []));
    if (!counts || counts.length === 0) return counts && (row!.columns.some(belongs) ? 0 : undefined);
    return counts.every((count) => typeof count === 'number') ? counts.reduce((sum, count) => sum + count, 0) : counts.length === 1 ? counts[0] : 'hidden';
  };
  return {
    total(period) {
      const year = period.from.slice(0, 4);
      if (!years.has(year)) years.set(year, totalsOf(data, year));
      return years.get(year)!(period);
    },
    part(entity, period) {
      const name = nameOf(entity);
      return entity.startsWith('money:') ? added(period, 'byKind', (column) => column === name.replace(':', ' ')) : added(period, 'byCampaign', (column) => column.slice(4) === name && column.length > 3);
    },
    unlinked: (period) => added(period, 'byCampaign', (column) => column.length === 3),
  };
}

function totalsOf(data: ReachData, year: string): (period: Period) => ShownCount | undefined {
  const series = examined(data).series('gifts');
  const stretch = { from: firstWholeMonth(data.span.from), to: completeThrough(data, 'gifts') };
  const { byKind } = giftTablesOf(data, year);
  const single = new Map(giftRows(data.gifts, [], year, stretch.to, 'kind').map(({ period, total }) => [`${period.kind} ${period.from}`, total]));
  const all = (month: Day) => sumOf(series, 'gifts', periodOf('month', month)).value ?? 0;
  const beyond = (month: Day) => Math.abs(all(month) - (single.get(`month ${month}`) ?? 0));
  const rows = countRows([all], year, stretch);
  const shadows = [rows, countRows([beyond], year, stretch)].map((table) => hiddenTogether([table], THRESHOLD)[0]!);
  return (period) => {
    const at = rows.findIndex((row) => row.period.kind === period.kind && row.period.from === period.from);
    if (at < 0) return undefined;
    const shown = [byKind.rows.find((row) => row.period.kind === period.kind && row.period.from === period.from)?.total, ...shadows.map((shadow) => shadow.total(at))];
    if (shown.every((one) => typeof one === 'number')) return rows[at]!.total;
    return shown[1] === 'few' ? 'few' : 'hidden';
  };
}
