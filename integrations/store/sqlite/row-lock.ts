import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine.ts';

/** A lock whose owner does not renew it for this long is free, in ms. */
export const LOCK_LASTS = 30_000;

/**
 * A lock as a row, with an owner who renews it while he works. A process that was killed leaves a row that ends by
 * itself. A row that ends later than any could was written before the clock was set back, and does not hold either.
 */
export function rowLock(write: Engine['write'], { now, lockLasts = LOCK_LASTS }: { now(): number; lockLasts?: number | undefined }): Engine['alone'] {
  return async (name, work) => {
    const owner = randomUUID();
    const taken = await write((session) =>
      session.run(
        `INSERT INTO locks (name, owner, ends) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, ends = excluded.ends WHERE locks.ends <= ? OR locks.ends > ?`,
        name, owner, now() + lockLasts, now(), now() + 2 * lockLasts,
      ),
    );
    if (!taken) return undefined;
    // A renewal that fails is tried again; the row lasts for three of them.
    const renewal = setInterval(() => void write((session) => session.run('UPDATE locks SET ends = ? WHERE name = ? AND owner = ?', now() + lockLasts, name, owner)).catch(() => undefined), lockLasts / 3).unref();
    try {
      return { result: await work() };
    } finally {
      clearInterval(renewal);
      // Left behind by a fault, it ends by itself.
      await write((session) => session.run('DELETE FROM locks WHERE name = ? AND owner = ?', name, owner)).catch(() => undefined);
    }
  };
}
