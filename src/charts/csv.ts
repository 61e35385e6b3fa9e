import { harmlessCell } from '../domain/csv-cell.ts';
import type { Chart } from './chart.ts';

// What a spreadsheet is to add up, below nought too.
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell by RFC 4180, made harmless for spreadsheets. */
export function csvCell(text: string): string {
  const safe = PLAIN_NUMBER.test(text) ? text : harmlessCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A chart as CSV in UTF-8 with a byte order mark, days as ISO 8601, numbers with a point, money in whole units. Empty is
 * unknown; a number too small to be shown stands as on the page, `<5`.
 */
export function chartCsv(chart: Chart, period: string): string {
  const ats = [...new Set(chart.lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort();
  const found = chart.lines.map(({ points }) => new Map(points.map((point) => [point.at, point])));
  const rows = ats.map((at) => [found.map((points) => points.get(at)?.name).find((name) => name !== undefined) ?? at, ...found.map((points) => {
    const point = points.get(at);
    return point?.shown ?? (point?.value === null || point === undefined ? '' : String(chart.currency ? point.value / 100 : point.value));
  })]);
  return `\uFEFF${[[period, ...chart.lines.map(({ name }) => (chart.currency ? `${name} (${chart.currency})` : name))], ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
