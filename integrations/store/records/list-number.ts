import type { SignatureState } from '../../../src/domain/signature.ts';
import type { Engine, Session } from '../engine.ts';
import type { ListRow, TakenNumber } from '../taken-number.ts';

/** Whose a number of a list is; of somebody who was erased nothing but the state is known. */
export interface NumberOwner {
  state: SignatureState;
  person: string | null;
  namesake: string | null;
}

/** Rows of one statement. */
const PART = 2000;

/** Reads whose these numbers are, by number. */
export async function ownersOf(session: Session, petition: number, numbers: readonly string[]): Promise<Map<string, NumberOwner>> {
  const owners = new Map<string, NumberOwner>();
  for (let start = 0; start < numbers.length; start += PART) {
    const found = await session.all<NumberOwner & { external: string }>('SELECT external, state, person, namesake FROM signatures WHERE petition = ? AND external AMONG ?', petition, numbers.slice(start, start + PART));
    for (const { external, ...owner } of found) owners.set(external, owner);
  }
  return owners;
}

/** Rows whose number is somebody else's; an erased person's number is taken by nobody, since nobody can tell whose it was. */
export function takenAmong(rows: readonly ListRow[], owners: ReadonlyMap<string, NumberOwner>): TakenNumber[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, at): TakenNumber[] => {
    if (row.external === undefined) return [];
    const owner = owners.get(row.external);
    const above = owner === undefined ? first.get(row.external) : undefined;
    if (owner === undefined && above === undefined) first.set(row.external, at);
    const { person, namesake } = owner ?? rows[above ?? at]!;
    if (person === null || namesake === null) return [];
    const same = { address: person === row.person, name: namesake === row.namesake };
    return same.address && same.name ? [] : [{ at, above, same: same.name ? 'name' : same.address ? 'address' : 'nothing' }];
  });
}

/** The same of a whole list, before anything of it is written. */
export async function takenNumbers({ read }: Engine, slug: string, rows: readonly ListRow[]): Promise<TakenNumber[]> {
  const [petition] = await read.all<{ id: number }>('SELECT id FROM petitions WHERE slug = ?', slug);
  const owners = petition ? await ownersOf(read, petition.id, rows.flatMap(({ external }) => external ?? [])) : new Map<string, NumberOwner>();
  return takenAmong(rows, owners);
}
