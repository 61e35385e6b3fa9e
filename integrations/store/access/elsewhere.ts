import type { Engine } from '../engine.ts';
import { removeEnded } from './ended.ts';

export async function begin({ write }: Engine, hash: string, ends: number, now: number): Promise<void> {
  await write(async (session) => {
    await removeEnded(session, now);
    await session.run('INSERT INTO access_sign_ins (hash, ends) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', hash, ends);
  });
}

/** Whoever asks first removes it. Lost on the way, it is lost: the person then begins anew. */
export function finish({ write }: Engine, hash: string, now: number): Promise<boolean> {
  return write(async (session) => (await session.run('DELETE FROM access_sign_ins WHERE hash = ? AND ends > ?', hash, now)) === 1);
}
