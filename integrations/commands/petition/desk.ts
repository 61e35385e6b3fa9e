import { fileURLToPath } from 'node:url';
import { nearest } from '../../../src/domain/fault.ts';
import { dayIn, type Instant } from '../../../src/domain/instant.ts';
import { site } from '../../../src/site.ts';
import { clockFrom } from '../../files/current-edition.ts';
import { petitionList, type ListedPetition } from '../../petitions/petition-list.ts';
import { Refusal } from '../../refusal.ts';
import type { Ledger } from '../../store/ledger.ts';
import { openLedger } from '../../store/open-ledger.ts';

/** What tasks about signatures work with; tests bring their own. */
export interface Desk {
  ledger: Ledger;
  petitions: ListedPetition[];
  /** Petitions whose `petition.yml` has faults. */
  faulty: string[];
  now: Instant;
  timeZone: string;
  languages: readonly string[];
  root: string;
}

export type OpenDesk = () => Promise<Desk>;

/** The desk of this project: its petitions, its ledger, its clock. */
export const openDesk: OpenDesk = async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const now = clockFrom(process.env);
  const { timeZone, languages } = site;
  return { ...(await petitionList(root, dayIn(timeZone, now))), ledger: await openLedger(process.env, root), now, timeZone, languages, root };
};

/** Works at a desk and closes its ledger, whatever happens. */
export async function atDesk<T>(open: OpenDesk, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await open();
  try {
    return await work(desk);
  } finally {
    await desk.ledger.close();
  }
}

/** Slugs of all petitions, in `content/` or only in the ledger, in their order. */
export async function slugsOf({ ledger, petitions, faulty }: Pick<Desk, 'ledger' | 'petitions' | 'faulty'>): Promise<string[]> {
  return [...new Set([...petitions.map(({ slug }) => slug), ...faulty, ...(await ledger.petitions())])].sort();
}

/** What a petition's file says; undefined for one that has no file any more, refused when it has faults. */
export function termsOf({ petitions, faulty }: Pick<Desk, 'petitions' | 'faulty'>, slug: string): ListedPetition | undefined {
  if (faulty.includes(slug)) throw new Refusal(`content/petitions/${slug}/petition.yml has faults, so nobody knows what it asks and until when. “npm run build” names them.`, 2);
  return petitions.find((petition) => petition.slug === slug);
}

/** The petition that was named; refused when neither `content/` nor the ledger knows it, with the nearest that exists. */
export async function chosen(desk: Pick<Desk, 'ledger' | 'petitions' | 'faulty'>, slug: string | undefined, help: string): Promise<string> {
  if (slug === undefined) throw new Refusal(`Say which petition.\n\n${help}`, 2);
  const slugs = await slugsOf(desk);
  const bare = slug.replace(/^(?:content\/)?petitions?\/|\/$/g, '');
  if (slugs.includes(bare)) return bare;
  const similar = nearest(bare, slugs);
  throw new Refusal(`There is no petition “${slug}”${similar ? `; did you mean ${similar}?` : slugs.length > 0 ? `. There are: ${slugs.join(', ')}.` : '. None was written yet; “npm run new -- petition <slug>” begins one.'}`, 2);
}
