import { escapeHtml } from '../domain/markup.ts';
import type { Chart } from './chart.ts';
import { figureText } from './figure-text.ts';
import { chartWords } from './number-words.ts';

export interface TableWords {
  lang: string;
  /** Head of the first column. */
  period: string;
  /** Instead of a number that nobody knows. */
  unknown: string;
  /** Head of the column that names what happened. */
  happened: string;
}

/** Every number of a chart as a table; periods that nobody knows say so. Latest first, since that is what is looked for. */
export function chartTable(chart: Chart, words: TableWords): string {
  const says = chartWords(words.lang, chart);
  const ats = [...new Set(chart.lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort().reverse();
  const found = chart.lines.map(({ points }) => new Map(points.map((point) => [point.at, point])));
  const happened = new Map(Map.groupBy([...chart.marks, ...chart.breaks.map(({ at, text }) => ({ at, title: text, lang: undefined }))], ({ at }) => ats.find((start) => start <= at) ?? at));
  const head = [words.period, ...chart.lines.map(({ name }) => name), ...(happened.size > 0 ? [words.happened] : [])];
  const rows = ats.map((at) => {
    const named = found.map((points) => points.get(at)?.name).find((name) => name !== undefined);
    const cells = found.map((points) => {
      const point = points.get(at);
      return `<td>${figureText(words.lang, point ? says.point(point, words.unknown) : words.unknown)}</td>`;
    });
    const events = happened.size > 0 ? `<td class="happened">${(happened.get(at) ?? []).map(({ title, lang }) => (lang ? `<bdi lang="${escapeHtml(lang)}">${escapeHtml(title)}</bdi>` : escapeHtml(title))).join('<br>')}</td>` : '';
    return `<tr><th scope="row">${escapeHtml(named ?? says.day(at))}</th>${cells.join('')}${events}</tr>`;
  });
  return `<table><caption>${escapeHtml(`${chart.title}. ${chart.unit}`)}</caption><thead><tr>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
