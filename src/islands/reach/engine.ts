import { Chart as Engine, LinearScale, LineController, LineElement, PointElement, Tooltip, type ChartConfiguration, type Plugin } from 'chart.js';
import { axisLabels } from '../../charts/axis-label.ts';
import type { Chart } from '../../charts/chart.ts';
import { SIGNS } from '../../charts/sign.ts';
import { chartWords } from '../../charts/number-words.ts';
import { placeOf, ticksFor } from '../../charts/scale.ts';
import { lengthOf } from '../../domain/calendar-day.ts';
import type { Look } from './look.ts';

// Only the parts that are drawn are loaded.
Engine.register(LineController, LineElement, PointElement, LinearScale, Tooltip);

/** Dashes and signs by which lines differ without colour. */
const DASHES: number[][] = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const;

export type Drawn = Engine<'line', { x: number; y: number | null }[]>;

/** A chart drawn into a canvas. What is asked of it is all in `chart`; colours come from the page. */
export function drawInto(canvas: HTMLCanvasElement, chart: Chart, lang: string, look: Look, still: boolean): Drawn {
  return new Engine(canvas, settings(chart, lang, look, still));
}

function settings(chart: Chart, lang: string, look: Look, still: boolean): ChartConfiguration<'line', { x: number; y: number | null }[]> {
  const words = chartWords(lang, chart);
  const days = lengthOf(chart);
  const values = chart.lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)).concat(chart.target?.value ?? 0, chart.least ?? 0);
  const ticks = ticksFor(Math.max(...values), Math.min(...values));
  const labels = axisLabels(chart, words);
  return {
    type: 'line',
    data: {
      datasets: chart.lines.map(({ name, points, before }, index) => ({
        label: name,
        data: points.map(({ at, value }) => ({ x: placeOf(at, chart) * days, y: value })),
        borderColor: before ? look.faint : look.lines[index % look.lines.length]!,
        backgroundColor: before ? look.faint : look.lines[index % look.lines.length]!,
        borderDash: before ? [3, 3] : DASHES[index % DASHES.length]!,
        borderWidth: before ? 1.5 : 2,
        pointStyle: POINTS[index % POINTS.length]!,
        pointRadius: points.length > 60 ? 0 : 2.5,
        pointHoverRadius: 6,
        spanGaps: false,
      })),
    },
    options: {
      responsive: true, maintainAspectRatio: false, normalized: true, parsing: false,
      animation: still ? false : { duration: 250 },
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 18 } },
      scales: {
        x: {
          type: 'linear', min: 0, max: days, grid: { display: false }, border: { color: look.line },
          afterBuildTicks: (axis) => void (axis.ticks = labels.map(({ at }) => ({ value: placeOf(at, chart) * days }))),
          ticks: { color: look.soft, maxRotation: 0, autoSkip: true, callback: (_, index) => labels[index]!.text },
        },
        y: { min: ticks[0]!, max: ticks.at(-1)!, grid: { color: look.line }, border: { display: false }, afterBuildTicks: (axis) => void (axis.ticks = ticks.map((value) => ({ value }))), ticks: { color: look.soft, callback: (value) => words.tick(Number(value)) } },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: true, usePointStyle: true,
          callbacks: {
            title: ([first]) => (first ? nameAt(chart, first.datasetIndex, first.dataIndex, words.day) : ''),
            label: ({ datasetIndex, dataIndex }) => `${chart.lines[datasetIndex]!.name}: ${words.point(chart.lines[datasetIndex]!.points[dataIndex]!, '–')}`,
            afterBody: ([first]) => (first ? happenedAt(chart, chart.lines[first.datasetIndex]!.points, first.dataIndex) : []),
          },
        },
      },
    },
    plugins: [happenings(chart, look)],
  };
}

const nameAt = (chart: Chart, line: number, point: number, day: (at: string) => string): string => {
  const { name, at } = chart.lines[line]!.points[point]!;
  return name ?? day(at);
};

/** Titles of what happened in the period of a point. */
export function happenedAt(chart: Chart, points: readonly { at: string }[], index: number): string[] {
  const [from, next] = [points[index]!.at, points[index + 1]?.at ?? '9999-12-31'];
  return [...chart.marks, ...chart.breaks.map(({ at, text }) => ({ at, title: text }))].filter(({ at }) => at >= from && at < next).map(({ title }) => title);
}

/** Seasons as shades, publications and breaks as lines, and the target, below the curves. */
function happenings(chart: Chart, look: Look): Plugin<'line'> {
  return {
    id: 'happenings',
    beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales }) {
      const at = (day: string) => left + placeOf(day, chart) * (right - left);
      ctx.save();
      ctx.fillStyle = look.shade;
      for (const { from, to } of chart.bands) ctx.fillRect(Math.max(left, at(from)), top, Math.min(right, at(to)) - Math.max(left, at(from)), bottom - top);
      for (const { points, range } of chart.lines) if (range) drawRange(ctx, range.map((ends, index) => ({ x: at(points[index]!.at), ends: ends.map((value) => scales['y']!.getPixelForValue(value)) as [number, number] })));
      ctx.lineWidth = 1;
      for (const mark of chart.marks) {
        if (at(mark.at) < left || at(mark.at) > right) continue;
        ctx.strokeStyle = look.mark;
        line(ctx, [1, 3], at(mark.at), top - 8, at(mark.at), bottom);
        drawSign(ctx, mark.kind, at(mark.at), top - 13, look);
      }
      ctx.strokeStyle = look.ink;
      for (const { at: day } of chart.breaks) line(ctx, [6, 3], at(day), top - 8, at(day), bottom);
      if (chart.target) {
        const y = scales['y']!.getPixelForValue(chart.target.value);
        line(ctx, [10, 5], left, y, right, y);
        ctx.fillStyle = look.ink;
        ctx.textAlign = 'right';
        ctx.fillText(chart.target.name, right - 4, y - 5);
      }
      ctx.restore();
    },
  };
}

/** The band around a line, in the shade that is set. */
function drawRange(ctx: CanvasRenderingContext2D, places: readonly { x: number; ends: [number, number] }[]): void {
  ctx.beginPath();
  for (const { x, ends } of places) ctx.lineTo(x, ends[1]);
  for (const { x, ends } of places.toReversed()) ctx.lineTo(x, ends[0]);
  ctx.fill();
}

/** The sign of a kind, as the legend shows it. */
function drawSign(ctx: CanvasRenderingContext2D, kind: Chart['marks'][number]['kind'], x: number, y: number, look: Look): void {
  const sign = new Path2D(SIGNS[kind]);
  ctx.save();
  ctx.translate(x, y);
  ctx.setLineDash([]);
  ctx.fillStyle = kind === 'petition' || kind === 'event' ? look.paper : look.mark;
  ctx.lineWidth = 1.5;
  ctx.fill(sign);
  ctx.stroke(sign);
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, dash: number[], x1: number, y1: number, x2: number, y2: number): void {
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
