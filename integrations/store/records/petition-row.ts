import type { Engine, Session } from '../engine.ts';

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

/** Slugs of all petitions that somebody signed, in their order. */
export async function petitions({ read }: Engine): Promise<string[]> {
  const rows = await read.all<{ slug: string }>('SELECT slug FROM petitions ORDER BY slug');
  return rows.map(({ slug }) => slug);
}
