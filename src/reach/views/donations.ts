import type { Chart } from '../../charts/chart.ts';
import { daysLater } from '../../domain/calendar-day.ts';
import type { Gift } from '../../domain/gift.ts';
import { atConstantPrices, CPI_SOURCE, latestMonth, TURKISH_PRICES } from '../../domain/money/consumer-prices.ts';
import { euroOf, type ExchangeRates } from '../../domain/money/exchange-rates.ts';
import { THRESHOLD, type GiftCell, type GiftTable, type ShownCount } from '../../domain/money/gift-table.ts';
import { fill } from '../../text/count.ts';
import { numberFormat } from '../../text/western-digits.ts';
import { examined } from '../examined.ts';
import { metricChart, yearAxis } from '../metric-chart.ts';
import { numberCell, periodCell } from '../cell.ts';
import { periodName } from '../period-name.ts';
import { completeThrough } from '../metric-sources.ts';
import type { ReachData } from '../reach-data.ts';
import type { Reader } from '../reader.ts';
import { giftTablesOf } from '../told-gifts.ts';
import type { Block, Cell, Section, Table } from '../view.ts';

/** Gifts of this year and the last in closed periods: their number, a typical one, their sum, never across currencies. */
export function donationSections(data: ReachData, rates: ExchangeRates, reader: Reader): Section[] {
  const { words } = reader;
  const year = daysLater(data.today, -1).slice(0, 4);
  const years = [year, String(Number(year) - 1)];
  const tables = years.map((one) => ({ year: one, ...giftTablesOf(data, one) }));
  const notes = [fill(words.donations.hidden, { threshold: String(THRESHOLD) }), words.donations.never];
  const lira = liraTable(tables, reader);
  const euros = euroBlock(tables, data.gifts, rates, reader);
  return [
    { id: 'gifts', title: words.donations.title, blocks: [...kindChart(data, tables.flatMap(({ byKind }) => byKind.columns), reader), ...tables.flatMap(({ year: one, byKind }): Block[] => (byKind.columns.length === 0 ? [] : [{ kind: 'table', table: moneyTable(`gifts-${one}`, `${words.donations.title} ${one}`, byKind, reader) }])), { kind: 'text', soft: true, paragraphs: notes }] },
    ...(tables.some(({ byCampaign }) => byCampaign.columns.some((column) => column.includes(' '))) ? [{ id: 'gift-campaigns', title: words.tables.byCampaign, blocks: tables.slice(0, 1).map(({ year: one, byCampaign }): Block => ({ kind: 'table', table: campaignTable(`gift-campaigns-${one}`, `${words.tables.byCampaign} ${one}`, byCampaign, reader) })) }] : []),
    ...(lira ? [{ id: 'real-terms', title: words.donations.real, blocks: [lira] }] : []),
    ...(data.gifts.some(({ currency }) => currency !== 'EUR') ? [{ id: 'in-euros', title: words.donations.euro, blocks: euros }] : []),
  ];
}

/** The number of gifts of each currency and kind, month by month, beside each other and never added. */
function kindChart(data: ReachData, columns: readonly string[], reader: Reader): Block[] {
  const { words } = reader;
  const kinds = [...new Set(columns)].sort();
  if (kinds.length < 2) return [];
  const lines = kinds.map((column) => ({ name: columnName(column, words), entity: `money:${column.replace(' ', ':')}`, series: examined(data).series('gifts') }));
  return [{ kind: 'chart', bare: true, chart: metricChart(data, { id: 'gift-kinds', metric: 'gifts', axis: yearAxis(completeThrough(data, 'gifts')), title: `${words.metrics.gifts}: ${words.donations.once}, ${words.donations.monthly}`, lines }, reader) }];
}

const latestFirst = (table: GiftTable) => [...table.rows].sort((a, b) => (a.period.from < b.period.from ? 1 : a.period.from > b.period.from ? -1 : a.period.to < b.period.to ? 1 : -1));
const told = (count: ShownCount, { lang, words }: Reader): Cell => (count === 'few' ? { text: `<${THRESHOLD}` } : count === 'hidden' ? { text: words.hidden } : numberCell(lang, count));

function moneyTable(id: string, caption: string, table: GiftTable, reader: Reader): Table {
  const { lang, words } = reader;
  const cells = (cell: GiftCell, column: string) => [told(cell.count, reader), money(cell.median, column, lang, words.hidden), money(cell.sum, column, lang, words.hidden)];
  return {
    id, caption,
    head: [{ text: words.chart.period }, { text: words.donations.number, number: true }, ...table.columns.flatMap((column) => [{ text: `${columnName(column, words)}: ${words.donations.number}`, number: true }, ...[words.donations.median, words.donations.sum].map((text) => ({ text, number: true, full: `${columnName(column, words)}: ${text}` }))])],
    rows: latestFirst(table).map(({ period, cells: all, total }) => [periodCell(lang, period), told(total, reader), ...all.flatMap((cell, at) => cells(cell, table.columns[at]!))]),
  };
}

/** A row a campaign, since there are many of them. Without sums, which stand in one table only: those of two, laid side by side, could tell what each hides. */
function campaignTable(id: string, caption: string, table: GiftTable, reader: Reader): Table {
  const { lang, words } = reader;
  const periods = latestFirst(table);
  return {
    id, caption,
    head: [{ text: words.tables.campaign }, ...periods.map(({ period }) => ({ text: periodName(lang, period), number: true }))],
    rows: [...table.columns.map((column, at) => [{ text: columnName(column, words) }, ...periods.map(({ cells }) => told(cells[at]!.count, reader))]), [{ text: words.tables.total }, ...periods.map(({ total }) => told(total, reader))]],
  };
}

function columnName(column: string, words: Reader['words']): string {
  const [currency = '', rest = ''] = column.split(/ (.*)/);
  return rest === 'once' ? `${currency}, ${words.donations.once}` : rest === 'monthly' ? `${currency}, ${words.donations.monthly}` : rest === '' ? `${currency}, ${words.funnel.unlinked}` : `${currency}, ${rest}`;
}

/** Hundredths as money of the column’s currency. */
function money(amount: GiftCell['sum'], column: string, lang: string, hidden: string): Cell {
  if (amount === undefined) return { text: '–', raw: '' };
  return amount === 'hidden' ? { text: hidden } : { text: numberFormat(lang, { style: 'currency', currency: column.slice(0, 3), maximumFractionDigits: 0 }).format(amount / 100), raw: Math.round(amount / 100) };
}

/** Lira of each month in the prices of the last month whose index is known, since flat sums fall while prices rise. */
function liraTable(tables: readonly { byKind: GiftTable }[], reader: Reader): Block | undefined {
  const { words, lang } = reader;
  const base = latestMonth(TURKISH_PRICES);
  const months = tables.flatMap(({ byKind }) => byKind.rows.filter(({ period }) => period.kind === 'month').map((row) => ({ row, columns: byKind.columns })));
  const points = months.map(({ row, columns }) => {
    const sums = columns.flatMap((column, at) => (column.startsWith('TRY') ? [row.cells[at]!.sum ?? 0] : []));
    const nominal = sums.includes('hidden') ? undefined : (sums as number[]).reduce((sum, one) => sum + one, 0);
    return { at: row.period.from, nominal, real: nominal === undefined ? undefined : atConstantPrices(nominal, row.period.from.slice(0, 7), base) };
  }).sort((a, b) => (a.at < b.at ? -1 : 1));
  if (!points.some(({ nominal }) => nominal)) return undefined;
  const name = periodName(lang, { kind: 'month', from: `${base}-01`, to: `${base}-28` });
  const chart: Chart = {
    id: 'lira', title: words.donations.real, unit: words.donations.sum, currency: 'TRY', from: points[0]!.at, to: daysLater(points.at(-1)!.at, 27), marks: [], bands: [], breaks: [],
    finding: `${fill(words.donations.realText, { month: name, source: CPI_SOURCE })} ${points.some(({ nominal, real }) => nominal !== undefined && real === undefined) ? fill(words.donations.realNot, { month: name }) : ''}`.trim(),
    lines: [
      { name: words.donations.real, points: points.map(({ at, real }) => ({ at, value: real === undefined ? null : Math.round(real) })) },
      { name: words.donations.nominal, points: points.map(({ at, nominal }) => ({ at, value: nominal ?? null })), before: true },
    ],
  };
  return { kind: 'chart', bare: true, chart };
}

/** Everything at the rate of each gift’s own day; hidden wherever a part of it is hidden. */
function euroBlock(tables: readonly { byKind: GiftTable }[], gifts: readonly Gift[], rates: ExchangeRates, { lang, words }: Reader): Block[] {
  const months = tables.flatMap(({ byKind }) => byKind.rows.filter(({ period, cells }) => period.kind === 'month' && !cells.some(({ sum }) => sum === 'hidden')).map(({ period }) => period));
  const rows = months.sort((a, b) => (a.from < b.from ? 1 : -1)).map((period) => {
    const inside = gifts.filter(({ day }) => day >= period.from && day <= period.to).map((gift) => euroOf(gift.amount - gift.refunded, gift.currency, gift.day, rates));
    const sum = inside.some((one) => one === undefined) ? undefined : inside.reduce((total, one) => total + one!.amount, 0);
    return [periodCell(lang, period), sum === undefined ? { text: words.donations.euroNot } : money(sum, 'EUR', lang, words.hidden)];
  });
  if (rates.size === 0 || rows.length === 0) return [{ kind: 'text', soft: true, paragraphs: [words.donations.euroNone] }];
  return [{ kind: 'table', table: { id: 'euros', caption: words.donations.euro, head: [{ text: words.chart.period }, { text: words.donations.sum, number: true }], rows } }];
}
