import type { Verdict } from '../domain/story.ts';

/** Which way a verdict on a claim points. */
export type Leaning = 'against' | 'between' | 'for';

export const LEANING: Record<Verdict, Leaning> = {
  untrue: 'against', misleading: 'against', 'missing-context': 'between', unproven: 'between', satire: 'between', withdrawn: 'between', 'mostly-true': 'for', correct: 'for',
};

const STROKES: Record<Leaning, string> = { against: 'M18 18L46 46M46 18L18 46', between: 'M14 32H50', for: 'M14 34L27 47L50 19' };

/** A cross, a dash or a tick in a disc, as SVG, so that the verdict is not told by colour alone. */
export function verdictMark(leaning: Leaning, disc: string, stroke: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="32" fill="${disc}"/><path d="${STROKES[leaning]}" fill="none" stroke="${stroke}" stroke-width="8"/></svg>`;
}
