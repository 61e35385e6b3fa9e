import type { Chart } from './chart.ts';

/** The same chart with a point of every line at each place, unknown where a line has none, so that whoever walks along it meets what belongs together. */
export function aligned(chart: Chart): Chart {
  const ats = [...new Set(chart.lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort();
  return {
    ...chart,
    lines: chart.lines.map((line) => {
      const known = new Map(line.points.map((point) => [point.at, point]));
      return line.points.length === ats.length ? line : { ...line, range: undefined, points: ats.map((at) => known.get(at) ?? { at, value: null }) };
    }),
  };
}
