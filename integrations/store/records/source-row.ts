import type { Session } from '../engine.ts';

/**
 * Takes a source for this transaction, and gives its number. Whoever changes anything of a source takes it first, on
 * PostgreSQL too: what is read of it afterwards holds until the commit. Several are taken in the order of their names,
 * so that two never wait for each other.
 */
export async function takeSource(session: Session, name: string): Promise<number> {
  const found = async () => (await session.all<{ id: number }>('SELECT id FROM sources WHERE name = ? FOR UPDATE', name))[0]?.id;
  const number = await found();
  if (number !== undefined) return number;
  await session.run('INSERT INTO sources (name) VALUES (?) ON CONFLICT (name) DO NOTHING', name);
  return (await found())!;
}
