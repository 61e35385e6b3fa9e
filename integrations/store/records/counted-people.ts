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
