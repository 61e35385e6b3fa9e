/** Colours of a chart, as a canvas takes them. */
export interface Look {
  ink: string;
  soft: string;
  faint: string;
  line: string;
  shade: string;
  mark: string;
  paper: string;
  lines: string[];
}

/** The page's own colours at this moment: dark mode and forced colours change them. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'), soft: colour('ink-2'), faint: colour('chart-before'), line: colour('line'), shade: colour('chart-band'), mark: colour('chart-mark'), paper: colour('paper'),
    lines: [0, 1, 2, 3].map((index) => colour(`chart-${index}`)),
  };
}

/** Calls back whenever those colours may have changed; returns what ends it. */
export function onLook(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => queries.forEach((query) => query.removeEventListener('change', changed));
}
