import type { Instant } from '../../src/domain/instant.ts';
import type { Petition } from '../../src/domain/story.ts';
import type { OnlineNumbers, ReadNumbers } from '../files/petition-counts.ts';
import { lastSynced } from '../petitions/sync-marks.ts';
import { StoreFault, type Ledger } from '../store/ledger.ts';
import { hasStore, openLedger } from '../store/open-ledger.ts';
import { PREFIXES } from './receipts.ts';
import { standingNumbers } from './standing-numbers.ts';

/** Where numbers come from, and where to say that they are old. */
export interface NumbersWorld {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  say(sentence: string): void;
}

/**
 * Asks the ledger that the environment names. Without one nobody has signed. A ledger that cannot be read, or, on a host
 * without a server of ours, one into which the answers of a petition's form were never read to the end, stops nothing:
 * the numbers of the site that is live stand, with the moment at which they were true.
 */
export function publicNumbers(world: NumbersWorld): ReadNumbers {
  return async (petitions, now) => {
    const known = new Map<string, OnlineNumbers>();
    const unread = await read(world, petitions, now, known);
    for (const { slug } of unread) {
      const standing = await standingNumbers(world.root, slug);
      if (standing) known.set(slug, isStatic(world.env) ? standing : { ...standing, receipts: undefined });
    }
    return known;
  };
}

const isStatic = (env: NumbersWorld['env']) => env['HOSTING'] === 'static';

/** Fills in what the ledger knows; gives the petitions of which it knows too little. */
async function read({ root, env, say }: NumbersWorld, petitions: readonly Petition[], now: Instant, known: Map<string, OnlineNumbers>): Promise<Petition[]> {
  if (petitions.length === 0) return [];
  const collected = (petition: Petition) => isStatic(env) && petition.terms.form !== undefined;
  if (!hasStore(env, root)) return petitions.filter(collected);
  const ledger = await openLedger(env, root);
  try {
    const unread: Petition[] = [];
    for (const petition of petitions) {
      const numbers = collected(petition) ? await throughForm(ledger, petition.slug) : await firstHand(ledger, petition.slug, now);
      if (numbers) known.set(petition.slug, numbers);
      else unread.push(petition);
    }
    return unread;
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    known.clear();
    say(`The signatures cannot be read: ${error.message} The numbers of the site before stand.`);
    return [...petitions];
  } finally {
    await ledger.close();
  }
}

async function firstHand(ledger: Ledger, slug: string, asOf: Instant): Promise<OnlineNumbers> {
  return { online: (await ledger.counts(slug)).states.valid, asOf };
}

/** What was at the form when it was read last; undefined when it never was. */
async function throughForm(ledger: Ledger, slug: string): Promise<OnlineNumbers | undefined> {
  const asOf = await lastSynced(ledger, slug);
  if (asOf === undefined) return undefined;
  const receipts: string[] = [];
  for (const prefix of PREFIXES) receipts.push(...(await ledger.receipts(slug, prefix)));
  return { ...(await firstHand(ledger, slug, new Date(asOf).toISOString())), receipts };
}
