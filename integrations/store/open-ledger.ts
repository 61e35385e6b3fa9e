import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ledger } from './ledger.ts';
import { ledgerOn } from './ledger-on.ts';
import { fileLedger } from './sqlite/file-ledger.ts';

/** Where the embedded store stands below `DATA_DIR`, in a folder of its own that nobody else may enter. */
export const STORE_FILE = 'store/rostrum.sqlite';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The ledger that the environment names: PostgreSQL with `DATABASE_URL`, otherwise a file below `DATA_DIR` (`.data` of
 * the project). The store is opened at first use, so this never fails for want of one. Whoever answers many people at
 * the same time has the file written by another thread.
 */
export async function openLedger(env: Readonly<Record<string, string | undefined>> = process.env, root = PROJECT, writer: 'here' | 'thread' = 'here'): Promise<Ledger> {
  if (env['DATABASE_URL']) {
    // A small machine never loads the driver.
    const { postgresEngine } = await import('./postgres/postgres-engine.ts');
    return ledgerOn(postgresEngine(env['DATABASE_URL']));
  }
  return fileLedger(join(resolve(root, env['DATA_DIR'] || '.data'), STORE_FILE), writer);
}
