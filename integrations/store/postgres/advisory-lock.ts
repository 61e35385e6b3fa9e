import pg from 'pg';
import type { Engine } from '../engine.ts';
import { postgresFault } from './faults.ts';

/** A lock of the server itself, held by a connection of its own: whoever dies, or loses the connection, lets it go. */
export function advisoryLock(settings: pg.ClientConfig, ready: () => Promise<void>): Engine['alone'] {
  return async (name, work) => {
    const client = new pg.Client(settings);
    // A lock that is lost meanwhile ends with the work; everything done under it stands being done twice.
    client.on('error', () => undefined);
    const taken = await take(client, name, ready).catch(async (error: unknown) => {
      await client.end().catch(() => undefined);
      throw postgresFault(error);
    });
    try {
      return taken ? { result: await work() } : undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
}

async function take(client: pg.Client, name: string, ready: () => Promise<void>): Promise<boolean> {
  await ready();
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [`rostrum ${name}`]);
  return rows[0]!.taken;
}
