import { resolve, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccessBook } from './access.ts';
import { accessOn } from './access-on.ts';
import type { Ledger } from './ledger.ts';
import { openLedger, STORE_FILE } from './open-ledger.ts';
import { realSqlite, sqliteEngine } from './sqlite/sqlite-engine.ts';

/** Everything that is kept, in one database. */
export interface Store {
  ledger: Ledger;
  access: AccessBook;
  /** Closes all of it. */
  close(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The store that the environment names, see `openLedger`. */
export async function openStore(env: Readonly<Record<string, string | undefined>> = process.env, root = PROJECT, writer: 'here' | 'thread' = 'here', world = realSqlite): Promise<Store> {
  const ledger = await openLedger(env, root, writer, world);
  const engine = env['DATABASE_URL'] ? (await import('./postgres/postgres-engine.ts')).postgresEngine(env['DATABASE_URL']) : sqliteEngine(join(resolve(root, env['DATA_DIR'] || '.data'), STORE_FILE), world);
  return { ledger, access: accessOn(engine), close: async () => void (await Promise.all([ledger.close(), engine.close()])) };
}
