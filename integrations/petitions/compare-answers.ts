import { Refusal } from '../refusal.ts';
import type { Ledger } from '../store/ledger.ts';
import type { FormPetition } from './form-petition.ts';
import type { SyncMarks } from './sync-marks.ts';

/** So many may vanish between two nights without anybody being asked: a tenth of all, and a few in any case. */
const mayVanish = (total: number): number => Math.max(5, Math.floor(total / 10));

/** A listing of all answers of a form: counts of what came, and every page of ids as it comes. */
export interface WholeListing {
  /** Lists everything once. */
  pages(): AsyncIterable<readonly string[]>;
  /** Answers of the last listing, and how many of them the ledger had not known before. */
  listed(): number;
  fresh(): number;
  /** Asks the form about one answer. */
  isGone(response: string): Promise<boolean>;
}

/**
 * Erases in the ledger what staff have deleted at the form. A listing that is empty or much shorter than the one before erases nothing, unless
 * somebody says that it is right; what a single listing lacks is looked for in a second one, and then asked about by itself: erased is erased for ever.
 */
export async function compareAnswers(ledger: Ledger, { slug, form }: FormPetition, marks: SyncMarks, listing: WholeListing, believe: boolean): Promise<{ erased: number; doubt?: string | undefined }> {
  // Before a list was believed, there may be answers of one that broke off.
  const before = (await marks.total()) ?? (await ledger.knownAnswers(slug, form.id));
  let begun = false;
  async function* seen(): AsyncGenerator<readonly string[]> {
    begun = true;
    yield* listing.pages();
    if (before > listing.listed() - listing.fresh()) yield* listing.pages();
    const listed = listing.listed();
    if (before - listed > mayVanish(before) && !believe) {
      throw new Refusal(`The form lists ${listed} ${listed === 1 ? 'answer' : 'answers'} and had ${before} before, so nothing was erased. If staff deleted them, run “npm run refresh -- --full --believe”.`);
    }
  }
  try {
    const erased = await ledger.eraseVanished(slug, form.id, seen(), believe ? { sure: true } : { isGone: (response) => listing.isGone(response) });
    // A ledger that knows nothing has nothing to compare, and does not look.
    if (!begun) for await (const _ of seen());
    await marks.setTotal(listing.listed());
    return { erased };
  } catch (error) {
    // The ledger has its own doubts about a listing that lacks more than half.
    if (error instanceof Refusal) return { erased: 0, doubt: error.message };
    throw error;
  }
}
