import type { Session } from '../engine.ts';

/** In a statement: the number of the petition whose slug is given; null for one that was never signed. */
export const PETITION = '(SELECT id FROM petitions WHERE slug = ?)';

/**
 * Takes petitions for this transaction, and gives their numbers by slug. Whoever changes signatures or counters of a
 * petition takes it first, on PostgreSQL too: what is read afterwards holds until the commit. Always in the order of
 * the slugs, so that two never wait for each other.
 */
export async function takePetitions(session: Session, slugs: Iterable<string>): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const slug of [...new Set(slugs)].sort()) numbers.set(slug, await takePetition(session, slug));
  return numbers;
}

/** The same for one. */
export async function takePetition(session: Session, slug: string): Promise<number> {
  const found = async () => (await session.all<{ id: number }>('SELECT id FROM petitions WHERE slug = ? FOR UPDATE', slug))[0]?.id;
  const number = await found();
  if (number !== undefined) return number;
  await session.run('INSERT INTO petitions (slug) VALUES (?) ON CONFLICT (slug) DO NOTHING', slug);
  return (await found())!;
}
