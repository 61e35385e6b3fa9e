import type { Session } from '../engine.ts';
import type { Counted } from './verdict.ts';

/** The counted signatures of people, by person; the first first. Kept up to date by who adds to it. */
export type CountedPeople = Map<string, Counted[]>;

/** Reads what is counted of these people. The petition must have been taken. */
export async function countedPeople(session: Session, petition: number, people: readonly string[]): Promise<CountedPeople> {
  const rows = await session.all<Counted & { person: string }>(
    `SELECT id, person, namesake, updates FROM signatures WHERE petition = ? AND person AMONG ? AND state = 'valid' ORDER BY id`,
    petition, [...new Set(people)],
  );
  const counted: CountedPeople = new Map();
  for (const { person, ...row } of rows) addCounted(counted, person, row);
  return counted;
}

export function addCounted(counted: CountedPeople, person: string, row: Counted): void {
  const known = counted.get(person);
  if (known) known.push(row);
  else counted.set(person, [row]);
}

/**
 * Adds the consent to news that a repetition brings; gives the number of the signature that has it from now on, or
 * undefined when nothing changes. It is the one of this name, so that nobody gets what somebody else on the address ticked;
 * a third name is rarely a third person, and whoever reads the address has agreed: the first.
 */
export function addConsent(others: readonly Counted[], { namesake, updates }: { namesake: string; updates: boolean }): number | undefined {
  const own = others.find((other) => other.namesake === namesake) ?? others[0];
  if (!updates || own === undefined || own.updates === 1) return undefined;
  own.updates = 1;
  return own.id;
}

/** Writes what `addConsent` gave. */
export async function writeConsent(session: Session, signatures: ReadonlySet<number>): Promise<void> {
  if (signatures.size > 0) await session.run('UPDATE signatures SET updates = 1 WHERE id AMONG ?', [...signatures]);
}
