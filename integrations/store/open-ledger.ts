import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLISHED } from '../published-folders.ts';
import { Refusal } from '../refusal.ts';
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
  return fileLedger(hidden(fileOf(env, root), root), writer, world);
}

/** Whether the environment names a store that is there, or may be: a database is only seen by asking it. */
export function hasStore(env: Readonly<Record<string, string | undefined>>, root = PROJECT): boolean {
  return Boolean(env['DATABASE_URL']) || existsSync(fileOf(env, root));
}

const fileOf = (env: Readonly<Record<string, string | undefined>>, root: string) => join(resolve(root, env['DATA_DIR'] || '.data'), STORE_FILE);

/** The store's place, unless it lies where things are published or kept for good; names must never get there. */
function hidden(file: string, root: string): string {
  const top = relative(resolve(root), file).split(sep)[0]!;
  if (PUBLISHED.includes(top)) throw new Refusal(`DATA_DIR leads into ${top}/, which is published or kept for good, and signatures must never get there. Choose a folder outside the project, or leave DATA_DIR out.`, 2);
  return file;
}
