import type { Passed } from '../ledger.ts';

/** A column holds both: how often a signature was tried, below this number, and times it how often the form took it. */
export const TAKEN = 1000;

/** How often it was tried; what was tried more often stays at 999. */
export const triesOf = (column: number): number => column % TAKEN;

/** The column after an attempt. What was given back untried was none. */
export function afterTry(column: number, { to }: Passed): number {
  if (to === 'untried') return column;
  const tries = Math.min(triesOf(column) + 1, TAKEN - 1);
  return column - triesOf(column) + tries + (to === 'sent' ? TAKEN : 0);
}
