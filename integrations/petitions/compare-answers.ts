import type { Ledger } from '../store/ledger.ts';
import type { SyncMarks } from './sync-marks.ts';

/** So many may vanish between two nights without anybody being asked: a tenth of all, and a few in any case. */
const mayVanish = (total: number): number => Math.max(5, Math.floor(total / 10));

/** Gathers the ids of all answers of a form, of one listing or several, and compares them with the ledger at the end. */
export interface Comparison {
  begin(): void;
  take(ids: readonly string[]): void;
  /** Whether the last listing lacks answers that were known; `fresh` of it were not. */
  lacks(fresh: number): boolean;
  finish(believe: boolean): Promise<{ erased: number; doubt?: string | undefined }>;
}

/**
 * Answers that staff delete at the form are erased in the ledger as well. A listing that is empty or much shorter than the one before
 * erases nothing, and what a single listing lacks should be looked for in a second one: erased is erased for ever.
 */
export async function compareAnswers(ledger: Ledger, slug: string, marks: SyncMarks): Promise<Comparison> {
  const before = Math.max(await marks.total(), (await ledger.counts(slug)).relay.confirmed);
  // One text a page: a million ids as texts of their own would take twice the memory.
  const pages: string[] = [];
  let count = 0;
  return {
    begin() {
      count = 0;
    },
    take(ids) {
      pages.push(ids.join('\n'));
      count += ids.length;
    },
    lacks: (fresh) => before > count - fresh,
    async finish(believe) {
      if (before - count > mayVanish(before) && !believe) {
        return { erased: 0, doubt: `The form lists ${count} answers and had ${before} before, so nothing was erased. If staff deleted them, run “npm run refresh -- --full --believe”.` };
      }
      const erased = await ledger.eraseVanished(slug, (async function* () {
        for (const page of pages) yield page.split('\n');
      })(), believe);
      await marks.setTotal(count);
      return { erased };
    },
  };
}
