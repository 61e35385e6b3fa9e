import type { Script } from './font.ts';

/** Room that lines of a script need, in em: from baseline to baseline, from the top to the first baseline, below the last. */
export interface Leading {
  line: number;
  above: number;
  below: number;
}

// Measured on the files we use: capitals end at 0.67; Arabic with marks needs half as much again between lines.
const LEADING: Record<Script, Leading> = {
  latin: { line: 1.13, above: 0.67, below: 0.2 },
  hebrew: { line: 1.2, above: 0.66, below: 0.2 },
  ethiopic: { line: 1.32, above: 0.76, below: 0.18 },
  arabic: { line: 1.5, above: 0.8, below: 0.4 },
};

/** The room for a text in these scripts: that of the one which needs most. */
export function leadingFor(scripts: ReadonlySet<Script>): Leading {
  const all = [...(scripts.size > 0 ? scripts : ['latin' as const])].map((script) => LEADING[script]);
  return { line: Math.max(...all.map(({ line }) => line)), above: Math.max(...all.map(({ above }) => above)), below: Math.max(...all.map(({ below }) => below)) };
}
