import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ledger } from './ledger.ts';
import { ledgerOn } from './ledger-on.ts';
import { sqliteEngine } from './sqlite/sqlite-engine.ts';

/** Where the embedded store stands below `DATA_DIR`, in a folder of its own that nobody else may enter. */
export const STORE_FILE = 'store/rostrum.sqlite';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The ledger that the environment names: PostgreSQL with `DATABASE_URL`, otherwise a file below `DATA_DIR` (`.data` of
 * the project). The store is opened at first use, so this never fails for want of one.
 */
export async function openLedger(env: Readonly<Record<string, string | undefined>> = process.env, root = PROJECT): Promise<Ledger> {
  if (env['DATABASE_URL']) {
    // A small machine never loads the driver.
    const { postgresEngine } = await import('./postgres/postgres-engine.ts');
    return ledgerOn(postgresEngine(env['DATABASE_URL']));
  }
  return ledgerOn(sqliteEngine(fileOf(env, root)));
}

/** Whether the environment names a store that is there, or may be: a database is only seen by asking it. */
export function hasStore(env: Readonly<Record<string, string | undefined>>, root = PROJECT): boolean {
  return Boolean(env['DATABASE_URL']) || existsSync(fileOf(env, root));
}

const fileOf = (env: Readonly<Record<string, string | undefined>>, root: string) => join(resolve(root, env['DATA_DIR'] || '.data'), STORE_FILE);
