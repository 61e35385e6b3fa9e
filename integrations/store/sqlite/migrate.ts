import { StoreFault } from '../ledger.ts';
import { MIGRATIONS, newerSchema } from '../migrations.ts';
import type { Connection } from './connection.ts';

/** Brings the schema up to date, or does nothing; a second process waits for the first and finds the work done. */
export function migrate(connection: Connection, migrations = MIGRATIONS): void {
  if (versionOf(connection) === migrations.length) return;
  connection.exec('BEGIN IMMEDIATE');
  try {
    const known = versionOf(connection);
    if (known > migrations.length) throw new StoreFault(newerSchema(known));
    for (const sql of migrations.slice(known).flat()) connection.exec(sql.replaceAll('{number}', 'INTEGER PRIMARY KEY').replaceAll('{keyed}', 'WITHOUT ROWID'));
    connection.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (error) {
    connection.rollBack();
    throw error;
  }
}

function versionOf(connection: Connection): number {
  return connection.get<{ user_version: number }>('PRAGMA user_version').user_version;
}
