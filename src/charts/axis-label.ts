import type { Day } from '../domain/instant.ts';
import type { Chart } from './chart.ts';
import type { ChartWords } from './number-words.ts';
import { monthsOn, placeOf } from './scale.ts';

/** A name below the plot. */
export interface AxisLabel {
  at: Day;
  text: string;
  /** Whether a narrow screen has room for it as well. */
  narrow: boolean;
}

/** The plot of a phone, and a letter with its share of the gap after a name, in pixels. */
const PHONE = 300;
const LETTER = 7;

/** Names of months, or of what the points are, from the left. A year stands at each January, and at the first month where no January is near. */
export function axisLabels(chart: Chart, words: ChartWords): AxisLabel[] {
  const points = chart.axis === 'names' ? (chart.lines[0]?.points ?? []).map(({ at, name, short }) => ({ at, text: short ?? name ?? '', first: false })) : monthsNamed(chart, words);
  const kept: [number, number][] = [];
  const narrow = new Set([...points].sort((a, b) => Number(b.first) - Number(a.first)).filter(({ at, text }) => {
    const from = placeOf(at, chart) * PHONE;
    const to = from + text.length * LETTER;
    if (kept.some(([start, end]) => from < end && to > start)) return false;
    return kept.push([from, to]);
  }));
  return points.map((point) => ({ at: point.at, text: point.text, narrow: narrow.has(point) }));
}

/** Januaries come first where there is little room: only they say which year it is. */
function monthsNamed(chart: Chart, words: ChartWords) {
  const days = monthsOn(chart);
  const near = days.slice(0, 3).some((day) => day.endsWith('-01-01'));
  return days.map((at, index) => {
    const first = at.endsWith('-01-01') || (index === 0 && !near);
    return { at, text: first ? words.year(at) : words.month(at), first };
  });
}
