import type { Chart, MarkKind } from '../../charts/chart.ts';
import { dashOf, drawChart, signOf } from '../../charts/picture.ts';
import { chartTable } from '../../charts/table.ts';
import { escapeHtml } from '../../domain/markup.ts';
import { fill } from '../../text/count.ts';
import type { Drawing } from './drawing.ts';

/** A chart with what it tells, its picture, its numbers and where to get them; a script may bring it to life. */
export function drawChartFigure(chart: Chart, drawing: Drawing, bare = false): string {
  const { lang, words: { chart: says, marks } } = drawing;
  const kinds = [...new Set(chart.marks.map(({ kind }) => kind))] as MarkKind[];
  const seasons = [...new Set(chart.bands.map(({ name }) => name))];
  const legend = [
    ...kinds.map((kind) => `<li>${signOf(kind)}${escapeHtml(marks[kind])}</li>`),
    ...(seasons.length > 0 ? [`<li><span class="shade"></span>${escapeHtml(seasons.join(' · '))}</li>`] : []),
    ...(chart.breaks.length > 0 ? [`<li>┆ ${escapeHtml(says.break)}</li>`] : []),
  ];
  const table = chartTable(chart, { lang, period: says.period, unknown: says.unknown, happened: says.happened });
  return [
    `<figure class="reach-chart" data-chart="" id="${chart.id}">`,
    `<figcaption><h3>${escapeHtml(chart.title)}</h3><p class="tells">${escapeHtml(chart.finding)}</p></figcaption>`,
    chart.lines.length > 1 ? `<ul class="chart-legend of-lines">${chart.lines.map(({ name, before }, index) => `<li>${dashOf(index, before)}${escapeHtml(name)}</li>`).join('')}</ul>` : '',
    `<div class="chart-box">${drawChart(chart, { lang, unknown: says.unknown })}</div><div class="chart-live"></div>`,
    !bare && legend.length > 0 ? `<ul class="chart-legend">${legend.join('')}</ul>` : '',
    drawing.numbers === 'open' ? '' : `<div class="chart-tools"><details><summary>${escapeHtml(says.numbers)}</summary><div class="table-room" tabindex="0" role="group" aria-label="${escapeHtml(chart.title)}">${table}</div></details>`,
    drawing.csv ? `<a href="${escapeHtml(drawing.csv(chart.id))}" download aria-label="${escapeHtml(`CSV: ${chart.title}`)}">CSV</a>` : '',
    drawing.live ? `<button type="button" class="chart-ask" hidden>${escapeHtml(says.ask)}</button>` : '',
    drawing.numbers === 'open' ? '' : '</div>',
    drawing.live ? liveData(chart, drawing) : '',
    '</figure>',
  ].join('');
}

/** What the chart's script needs, as data that no browser runs. */
function liveData(chart: Chart, { lang, words, credit }: Drawing): string {
  const { keys, unknown, png, lines } = words.chart;
  return `<script type="application/json">${JSON.stringify({ chart, lang, words: { keys: fill(keys, {}), unknown, png, lines }, credit }).replaceAll('<', '\\u003c')}</script>`;
}
