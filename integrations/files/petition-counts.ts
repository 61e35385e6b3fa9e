import type { Instant } from '../../src/domain/instant.ts';
import type { PetitionCount } from '../../src/domain/petition.ts';
import { countOf } from '../../src/domain/petition-facts.ts';
import type { Petition, Version } from '../../src/domain/story.ts';

/** What a ledger says: valid signatures by petition, none for one that it does not know, and when it was read. */
export interface OnlineCounts {
  online: ReadonlyMap<string, number>;
  asOf: Instant;
}

/** Asks the ledger for the counts of these petitions; rejects when it cannot be read. */
export type ReadCounts = (petitions: readonly string[], now: Instant) => Promise<OnlineCounts>;

/** For a site without a ledger: nobody has signed online. */
export const withoutLedger: ReadCounts = async (_, asOf) => ({ online: new Map(), asOf });

/** Slugs of the petitions among these texts. */
export function petitionsAmong(versions: readonly Version[]): string[] {
  return [...new Set(versions.flatMap((version) => (version.kind === 'petition' ? [version.slug] : [])))];
}

/** The count of every petition among these texts, what was gathered on paper included. */
export function petitionCounts(versions: readonly Version[], { online, asOf }: OnlineCounts, timeZone: string): PetitionCount[] {
  return petitionsAmong(versions).map((slug) => countOf(versions.find((version): version is Petition => version.kind === 'petition' && version.slug === slug)!, online.get(slug) ?? 0, asOf, timeZone));
}
