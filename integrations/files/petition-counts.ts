import { dayIn, type Instant } from '../../src/domain/instant.ts';
import type { PetitionCount } from '../../src/domain/petition.ts';
import { countOf } from '../../src/domain/petition-facts.ts';
import type { Petition, Version } from '../../src/domain/story.ts';

/** What the public may know of the signatures that a petition has online. */
export interface OnlineNumbers {
  /** Valid ones. */
  online: number;
  /** When this was true. */
  asOf: Instant;
  /** Receipts of those that are counted, where no server of ours answers for them. */
  receipts?: readonly string[] | undefined;
}

/** By petition; nobody has signed one online that is not named. */
export type AllNumbers = ReadonlyMap<string, OnlineNumbers>;

/** Finds out the numbers of these petitions; never rejects because the ledger cannot be read. */
export type ReadNumbers = (petitions: readonly Petition[], now: Instant) => Promise<AllNumbers>;

/** The petitions among these texts, each once. */
export function petitionsAmong(versions: readonly Version[]): Petition[] {
  return [...new Map(versions.flatMap((version) => (version.kind === 'petition' ? [[version.slug, version]] : []))).values()];
}

/** The count of every petition among these texts at `now`, what was gathered on paper included. */
export function petitionCounts(versions: readonly Version[], numbers: AllNumbers, now: Instant, timeZone: string): PetitionCount[] {
  return petitionsAmong(versions).map((petition) => {
    const { online, asOf } = numbers.get(petition.slug) ?? { online: 0, asOf: now };
    return countOf(petition, online, asOf, dayIn(timeZone, now));
  });
}
