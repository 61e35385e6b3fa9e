import { dayIn } from '../../src/domain/instant.ts';
import { countJson, countOf, type PetitionFacts } from '../../src/domain/petition-facts.ts';
import type { Ledger } from '../store/ledger.ts';

/** How long an answer serves everybody who asks, in milliseconds. */
export const FRESH = 1_000;

/** What the public may know of a petition's signatures, as ready JSON. */
export interface LiveNumbers {
  /** `count.json`; rejects with a `StoreFault` as long as the ledger could never be asked. */
  count(petition: PetitionFacts): Promise<string>;
  /** `receipts/<prefix>.json`. */
  receipts(petition: PetitionFacts, prefix: string): Promise<string>;
}

interface Kept {
  text: string | undefined;
  at: number;
  asking: Promise<string> | undefined;
}

/**
 * Asks the ledger at most once a second for each address, however many readers want to know; when it cannot be asked,
 * the last answer stays, which says when it was true.
 */
export function liveNumbers(ledger: Pick<Ledger, 'counts' | 'receipts'>, now: () => number, most = 2_000): LiveNumbers {
  const kept = new Map<string, Kept>();

  function answer(name: string, ask: () => Promise<string>): Promise<string> {
    const known = kept.get(name) ?? { text: undefined, at: Number.NEGATIVE_INFINITY, asking: undefined };
    // A clock that was set back must not keep an answer for longer.
    if (known.text !== undefined && Math.abs(now() - known.at) < FRESH) return Promise.resolve(known.text);
    kept.delete(name);
    kept.set(name, known);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return (known.asking ??= ask()
      .then((text) => (known.text = text))
      .catch((error: unknown) => {
        if (known.text === undefined) throw error;
        return known.text;
      })
      .finally(() => {
        known.at = now();
        known.asking = undefined;
      }));
  }

  const moment = () => new Date(Math.floor(now() / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  return {
    count: (petition) => answer(petition.slug, async () => {
      const asOf = moment();
      const online = (await ledger.counts(petition.slug)).states.valid;
      return countJson(countOf(petition, online, asOf, dayIn(petition.timeZone, asOf)), petition.terms);
    }),
    receipts: (petition, prefix) => answer(`${petition.slug}/${prefix}`, async () => {
      const asOf = moment();
      return JSON.stringify({ asOf, refs: await ledger.receipts(petition.slug, prefix) });
    }),
  };
}
