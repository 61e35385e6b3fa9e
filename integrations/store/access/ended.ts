import type { Session } from '../engine.ts';

/** Removes what has ended; the tables stay as small as the number of people. */
export async function removeEnded(session: Session, now: number): Promise<void> {
  for (const table of ['access_links', 'access_sessions', 'access_sign_ins']) await session.run(`DELETE FROM ${table} WHERE ends <= ?`, now);
}
