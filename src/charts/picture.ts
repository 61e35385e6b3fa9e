import { escapeHtml } from '../domain/markup.ts';
import { axisLabels } from './axis-label.ts';
import type { Chart, ChartLine, ChartMark, MarkKind } from './chart.ts';
import { SIGNS } from './sign.ts';
import { chartWords, type ChartWords } from './number-words.ts';
import { placeOf, ticksFor } from './scale.ts';

/** Room, in pixels: above the plot for marks and the highest number under them, below it for the months. */
const ABOVE = 32;
const BELOW = 22;
/** Height of the plot alone. */
const PLOT = 168;
/** The plot's own units, stretched to the width that there is. */
const WIDE = 1000;

/** Texts that a picture needs besides those of its chart. */
export interface PictureWords {
  lang: string;
  /** “{from} to {to}” for whoever hears the picture. */
  unknown: string;
}

/**
 * A chart as SVG that keeps its letters and lines at one size however wide it is, without styles of its own: what it
 * looks like stands in `src/styles/reach.css`, and in the file that is saved alone. Time runs from the left in every language.
 */
export function drawChart(chart: Chart, { lang }: PictureWords): string {
  const words = chartWords(lang, chart);
  const values = chart.lines.flatMap(({ points, range }) => [...points.map(({ value }) => value ?? 0), ...(range ?? []).flat()]).concat(chart.target?.value ?? 0, chart.least ?? 0);
  const ticks = ticksFor(Math.max(...values), Math.min(...values));
  const scale: Scale = { top: ticks.at(-1)!, bottom: ticks[0]!, x: (at) => placeOf(at, chart) };
  return [
    `<svg class="chart" width="100%" height="${ABOVE + PLOT + BELOW}" direction="ltr" aria-hidden="true" focusable="false">`,
    bands(chart, scale), axis(ticks, scale, words), months(chart, scale, words),
    `<svg y="${ABOVE}" width="100%" height="${PLOT}" viewBox="0 0 ${WIDE} ${PLOT}" preserveAspectRatio="none">`,
    ...chart.lines.map((line, index) => drawLine(line, index, scale)), target(chart, scale), '</svg>',
    marks(chart.marks, scale), breaks(chart, scale), targetName(chart, scale), '</svg>',
  ].join('');
}

interface Scale {
  top: number;
  bottom: number;
  /** Place of a day on the axis, 0 to 1. */
  x(at: string): number;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
const height = (value: number, { top, bottom }: Scale) => ((top - value) / (top - bottom)) * PLOT;
const round = (number: number) => String(Math.round(number * 10) / 10);

function axis(ticks: number[], scale: Scale, words: ChartWords): string {
  return ticks.map((tick) => {
    const y = round(ABOVE + height(tick, scale));
    return `<line class="${tick === 0 ? 'zero' : 'grid'}" x2="100%" y1="${y}" y2="${y}"/>${tick === ticks[0] ? '' : `<text class="tick" x="0" y="${y}" dy="-4">${escapeHtml(words.tick(tick))}</text>`}`;
  }).join('');
}

/** On a narrow screen names that would lie over others are left out. */
function months(chart: Chart, { x }: Scale, words: ChartWords): string {
  return axisLabels(chart, words).map(({ at, text, narrow }) => {
    const place = percent(x(at));
    return `<line class="grid" x1="${place}" x2="${place}" y1="${ABOVE + PLOT}" y2="${ABOVE + PLOT + 5}"/><text class="month${narrow ? '' : ' second'}" x="${place}" y="${ABOVE + PLOT + 17}" dx="2">${escapeHtml(text)}</text>`;
  }).join('');
}

function bands(chart: Chart, { x }: Scale): string {
  return chart.bands.map(({ from, to, name }) => {
    const [start, end] = [Math.max(0, x(from)), Math.min(1, x(to))];
    if (end <= start) return '';
    return `<rect class="band" x="${percent(start)}" y="${ABOVE}" width="${percent(end - start)}" height="${PLOT}"><title>${escapeHtml(name)}</title></rect>`;
  }).join('');
}

/** A line with gaps where nothing is known; a point between two gaps is drawn as a dot. */
function drawLine({ points, before, range }: ChartLine, index: number, scale: Scale): string {
  const places = points.map(({ at, value }) => (value === null ? undefined : ([scale.x(at) * WIDE, height(value, scale)] as const)));
  const path: string[] = [];
  const dots: string[] = [];
  places.forEach((place, at) => {
    if (!place) return;
    const spot = `${round(place[0])} ${round(place[1])}`;
    path.push(`${places[at - 1] ? 'L' : 'M'}${spot}`);
    if (!places[at - 1] && !places[at + 1]) dots.push(`M${spot}h0`);
  });
  const look = before ? 'before' : `line-${index}`;
  const area = range ? `<path class="range" d="M${range.map(([, high], at) => `${round(scale.x(points[at]!.at) * WIDE)} ${round(height(high, scale))}`).join('L')}L${range.map(([low], at) => `${round(scale.x(points[at]!.at) * WIDE)} ${round(height(low, scale))}`).reverse().join('L')}Z"/>` : '';
  return `${area}<path class="line ${look}" vector-effect="non-scaling-stroke" d="${path.join('')}"/>${dots.length > 0 ? `<path class="dot ${look}" vector-effect="non-scaling-stroke" d="${dots.join('')}"/>` : ''}`;
}

function target({ target }: Chart, scale: Scale): string {
  return target ? `<path class="target" vector-effect="non-scaling-stroke" d="M0 ${round(height(target.value, scale))}H${WIDE}"/>` : '';
}

function targetName({ target }: Chart, scale: Scale): string {
  return target ? `<text class="tick target-name" x="100%" y="${round(ABOVE + height(target.value, scale))}" dy="-4" text-anchor="end">${escapeHtml(target.name)}</text>` : '';
}

function marks(marks: readonly ChartMark[], { x }: Scale): string {
  return marks.filter(({ at }) => x(at) >= 0 && x(at) <= 1).map(({ at, kind, title, lang }) =>
    `<svg class="mark ${kind}" x="${percent(x(at))}" y="0" overflow="visible"><title${lang ? ` lang="${escapeHtml(lang)}"` : ''}>${escapeHtml(title)}</title><line y1="16" y2="${ABOVE + PLOT}"/><path transform="translate(0 9)" d="${SIGNS[kind]}"/></svg>`).join('');
}

function breaks({ breaks }: Chart, { x }: Scale): string {
  return breaks.filter(({ at }) => x(at) >= 0 && x(at) <= 1).map(({ at, text }) =>
    `<svg class="break" x="${percent(x(at))}" overflow="visible"><title>${escapeHtml(text)}</title><line y1="${ABOVE - 4}" y2="${ABOVE + PLOT}"/></svg>`).join('');
}

/** The sign of a kind of mark alone, for a legend. */
export const signOf = (kind: MarkKind): string => `<svg class="sign ${kind}" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false"><path d="${SIGNS[kind]}"/></svg>`;

/** A piece of a line as it is drawn, for a legend. */
export const dashOf = (index: number, before = false): string => `<svg class="dash" width="26" height="10" aria-hidden="true" focusable="false"><path class="line ${before ? 'before' : `line-${index}`}" d="M1 5H25"/></svg>`;
