import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../../refusal.ts';
import type { Engine, Session } from '../engine.ts';
import { StoreFault } from '../ledger.ts';
import { advisoryLock } from './advisory-lock.ts';
import { clientSession } from './client-session.ts';
import { isAway, isConflict, postgresFault } from './faults.ts';
import { migrate } from './migrate.ts';

/** Waits before another attempt, in ms: long enough for a server that is restarted, short enough for somebody who signs. */
const PAUSES = [20, 60, 180, 540, 1000];
/** How long in all it is tried again, in ms. */
const LONGEST = 10_000;
/** Big numbers stay below 2^53, see `src/domain`: milliseconds and counts. */
const TYPES = { getTypeParser: (oid: number, format?: 'text') => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) } as pg.CustomTypesConfig;

/**
 * A store that many instances share, at `url` (`postgres://user:password@host/database`). Connects at first use and
 * again after a fault. Whatever pools connections in between must keep one for a whole session (prepared statements, locks).
 * Throws a `Refusal` for what is no such address, which never quotes it: it holds a password.
 */
export function postgresEngine(url: string, wait: (ms: number) => Promise<unknown> = pause): Engine {
  // Without a host after the account, a socket of this machine is meant.
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url.replace('@/', '@localhost/'))) throw new Refusal('DATABASE_URL is no address of a PostgreSQL database. Write it like postgres://user:password@host:5432/database, signs such as @ or / in the password as %40 or %2F; or leave it out.', 2);
  const settings = { connectionString: url, types: TYPES, application_name: 'rostrum', keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 30_000 };
  const pool = new pg.Pool({ ...settings, max: 8, allowExitOnIdle: true });
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => undefined);
  let ready: Promise<void> | undefined;

  const once = async <T>(work: (session: Session, client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = false;
    const breaks = () => (broken = true);
    client.on('error', breaks);
    try {
      // Whatever the account is set to: wait for the disk, and see what others committed before a petition was taken.
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = on');
      const result = await work(clientSession(client), client);
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new StoreFault('The database took a change back. Try again.');
      return result;
    } catch (error) {
      broken ||= isAway(error);
      if (!broken) await client.query('ROLLBACK').catch(breaks);
      throw error;
    } finally {
      client.off('error', breaks);
      client.release(broken);
    }
  };
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    const end = performance.now() + LONGEST;
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === PAUSES.length || performance.now() > end || !(isAway(error) || isConflict(error))) throw postgresFault(error);
      }
      await wait(PAUSES[attempt]! * (0.5 + Math.random()));
    }
  };
  const migrated = () =>
    (ready ??= once((_, client) => migrate(client)).catch((error: unknown) => {
      ready = undefined;
      throw error;
    }));
  const write = <T>(work: (session: Session) => Promise<T>) => patiently(async () => (await migrated(), once(work)));
  const unreadable = () => Promise.reject(new Error('What is read cannot be changed; open a transaction.'));
  const pooled = clientSession(pool as unknown as pg.ClientBase);
  return {
    read: {
      all: (sql, ...values) => patiently(async () => (await migrated(), pooled.all(sql, ...values))),
      lists: (sql, ...values) => patiently(async () => (await migrated(), pooled.lists(sql, ...values))),
      run: unreadable, insert: unreadable, numbers: unreadable,
    },
    write,
    async apart(work) {
      try {
        await migrated();
        const client = await pool.connect();
        try {
          return await work(clientSession(client));
        } finally {
          // Its temporary table ends with it.
          client.release(true);
        }
      } catch (error) {
        throw postgresFault(error);
      }
    },
    alone: advisoryLock(settings, migrated),
    // The server frees what erased rows took by itself (autovacuum); its log and its copies are beyond reach.
    scrub: () => Promise.resolve(),
    close: () => pool.end(),
  };
}
