import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ledger } from './ledger.ts';
import { ledgerOn } from './ledger-on.ts';
import { fileLedger } from './sqlite/file-ledger.ts';
import { realSqlite } from './sqlite/sqlite-engine.ts';

/** Where the embedded store stands below `DATA_DIR`, in a folder of its own that nobody else may enter. */
export const STORE_FILE = 'store/rostrum.sqlite';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The ledger that the environment names: PostgreSQL with `DATABASE_URL`, otherwise a file below `DATA_DIR` (`.data` of
 * the project). The store is opened at first use, so this never fails for want of one. Whoever answers many people at
 * the same time has the file written by another thread.
 */
export async function openLedger(env: Readonly<Record<string, string | undefined>> = process.env, root = PROJECT, writer: 'here' | 'thread' = 'here', world = realSqlite): Promise<Ledger> {
  if (env['DATABASE_URL']) {
    // A small machine never loads the driver.
    const { postgresEngine } = await import('./postgres/postgres-engine.ts');
    return ledgerOn(postgresEngine(env['DATABASE_URL']));
  }
  return fileLedger(fileOf(env, root), writer, world);
}

/** Whether the environment names a store that is there, or may be: a database is only seen by asking it. */
export function hasStore(env: Readonly<Record<string, string | undefined>>, root = PROJECT): boolean {
  return Boolean(env['DATABASE_URL']) || existsSync(fileOf(env, root));
}

const fileOf = (env: Readonly<Record<string, string | undefined>>, root: string) => join(resolve(root, env['DATA_DIR'] || '.data'), STORE_FILE);
