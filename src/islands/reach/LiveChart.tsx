import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Chart } from '../../charts/chart.ts';
import { chartWords } from '../../charts/number-words.ts';
import { drawInto, happenedAt, type Drawn } from './engine.ts';
import { lookOf, onLook } from './look.ts';
import { savePicture } from './save-picture.ts';

/** Sentences of the moving picture, in the reader's language. */
export interface LiveWords {
  /** “Use the arrow keys to go through the numbers.” */
  keys: string;
  unknown: string;
  png: string;
  /** “Show or hide” */
  lines: string;
}

export interface LiveChartProps {
  chart: Chart;
  lang: string;
  words: LiveWords;
  /** What the saved picture says about where it comes from. */
  credit: string;
}

/** A chart that can be walked through with a finger, a mouse or the arrow keys; drawn over the picture that stood there. */
export function LiveChart({ chart, lang, words, credit, tools }: LiveChartProps & { tools: Element }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn>(undefined);
  const [at, setAt] = useState<number>();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  // A picture that was drawn anew, in other colours, knows nothing of what was chosen before.
  const [drawing, setDrawing] = useState(0);

  useEffect(() => {
    const draw = () => {
      drawn.current?.destroy();
      drawn.current = drawInto(canvas.current!, chart, lang, lookOf(canvas.current!), matchMedia('(prefers-reduced-motion: reduce)').matches);
      setDrawing((count) => count + 1);
    };
    draw();
    const end = onLook(draw);
    return () => {
      end();
      drawn.current?.destroy();
    };
  }, [chart, lang]);

  useEffect(() => {
    const picture = drawn.current;
    if (!picture) return;
    chart.lines.forEach((_, index) => picture.setDatasetVisibility(index, !hidden.has(index)));
    const active = at === undefined ? [] : chart.lines.flatMap(({ points }, datasetIndex) => (hidden.has(datasetIndex) || points[at]?.value == null ? [] : [{ datasetIndex, index: at }]));
    picture.setActiveElements(active);
    picture.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    picture.update('none');
  }, [at, hidden, chart, drawing]);

  const length = Math.max(...chart.lines.map(({ points }) => points.length));
  const walk = (event: KeyboardEvent) => {
    const last = length - 1;
    const to = { ArrowRight: Math.min(last, (at ?? -1) + 1), ArrowLeft: Math.max(0, (at ?? length) - 1), Home: 0, End: last, PageUp: Math.max(0, (at ?? length) - 4), PageDown: Math.min(last, (at ?? -1) + 4) }[event.key];
    if (event.key === 'Escape') setAt(undefined);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
  };
  return (
    <>
      {chart.lines.length > 1 && (
        <div className="chart-lines" role="group" aria-label={words.lines}>
          {chart.lines.map(({ name, before }, index) => (
            <button key={name} type="button" aria-pressed={!hidden.has(index)} onClick={() => setHidden((gone) => toggled(gone, index))}>
              <svg className="dash" width="26" height="10" aria-hidden="true"><path className={`line ${before ? 'before' : `line-${index}`}`} d="M1 5H25" /></svg>
              {name}
            </button>
          ))}
        </div>
      )}
      <div className="chart-canvas" tabIndex={0} role="group" aria-label={`${chart.title}. ${words.keys}`} onKeyDown={walk} onBlur={() => setAt(undefined)}>
        <canvas ref={canvas} aria-hidden="true" />
      </div>
      <p className="chart-says" role="status">{at === undefined ? '' : sentence(chart, lang, at, hidden, words.unknown)}</p>
      {createPortal(<button type="button" onClick={() => savePicture(canvas.current!, chart, lookOf(canvas.current!), credit)}>{words.png}</button>, tools)}
    </>
  );
}

function toggled(set: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(index)) next.add(index);
  return next;
}

/** What stands at a place of the chart, as it is heard. */
function sentence(chart: Chart, lang: string, at: number, hidden: ReadonlySet<number>, unknown: string): string {
  const words = chartWords(lang, chart);
  const shown = chart.lines.flatMap(({ name, points }, index) => (hidden.has(index) || !points[at] ? [] : [{ name, point: points[at], points }]));
  const [first] = shown;
  if (!first) return '';
  const numbers = shown.map(({ name, point }) => `${name} ${words.point(point, unknown)}`);
  return [`${first.point.name ?? words.day(first.point.at)}: ${numbers.join(', ')}`, ...happenedAt(chart, first.points, at)].join('. ');
}
