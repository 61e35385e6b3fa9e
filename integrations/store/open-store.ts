import type { AccessBook } from './access.ts';
import { accessOn } from './access-on.ts';
import type { Engine } from './engine.ts';
import type { History } from './history.ts';
import { historyOn } from './history-on.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOn } from './ledger-on.ts';
import { fileLedger } from './sqlite/file-ledger.ts';
import { realSqlite, sqliteEngine } from './sqlite/sqlite-engine.ts';
import { PROJECT, storeFile } from './store-file.ts';

/** Everything that is kept, in one database. */
export interface Store {
  ledger: Ledger;
  history: History;
  access: AccessBook;
  /** Closes all of it. */
  close(): Promise<void>;
}

/**
 * The store that the environment names: PostgreSQL with `DATABASE_URL`, otherwise a file below `DATA_DIR` (`.data` of
 * the project). It is opened at first use, so this never fails for want of one. Whoever answers many people at the same
 * time has their signatures written by another thread, in turn with everything else that writes.
 */
export async function openStore(env: Readonly<Record<string, string | undefined>> = process.env, root = PROJECT, writer: 'here' | 'thread' = 'here', world = realSqlite): Promise<Store> {
  if (env['DATABASE_URL']) {
    // A small machine never loads the driver.
    const { postgresEngine } = await import('./postgres/postgres-engine.ts');
    const engine = postgresEngine(env['DATABASE_URL']);
    return storeOn(engine, ledgerOn(engine));
  }
  const file = storeFile(env, root);
  const engine = sqliteEngine(file, world);
  return storeOn(engine, fileLedger(file, engine, writer));
}

const storeOn = (engine: Engine, ledger: Ledger): Store => ({
  ledger,
  history: historyOn(engine),
  access: accessOn(engine),
  close: () => ledger.close(),
});
