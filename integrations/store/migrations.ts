import { ACCESS_TABLES } from './access-tables.ts';
import { HISTORY_TABLES } from './history-tables.ts';

/**
 * The schema, step by step; the number of a step is its place in the list, from 1. A step that was released is never
 * changed: a change is a new step. `{number}` is the type of a key that counts up, `{keyed}` follows a table whose rows
 * are best kept in the order of their key.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE petitions (id {number}, slug TEXT NOT NULL UNIQUE)`,
    `CREATE TABLE signatures (
      id {number}, petition BIGINT NOT NULL REFERENCES petitions (id), ref TEXT, seal TEXT, person TEXT, namesake TEXT, network TEXT,
      score BIGINT NOT NULL, reasons TEXT NOT NULL, state TEXT NOT NULL, relay TEXT NOT NULL, due BIGINT, wish BIGINT NOT NULL,
      owner TEXT, attempts BIGINT NOT NULL DEFAULT 0, relay_reason TEXT, origin TEXT NOT NULL, external TEXT, signed_at BIGINT NOT NULL,
      name TEXT, email TEXT, place TEXT, country TEXT, comment TEXT, updates BIGINT NOT NULL, lang TEXT NOT NULL, source TEXT NOT NULL,
      bucket TEXT NOT NULL, version TEXT NOT NULL)`,
    `CREATE UNIQUE INDEX signatures_seal ON signatures (petition, seal)`,
    `CREATE INDEX signatures_person ON signatures (petition, person)`,
    `CREATE INDEX signatures_signed ON signatures (petition, signed_at, id)`,
    `CREATE INDEX signatures_network ON signatures (petition, network, signed_at) WHERE network <> ''`,
    `CREATE INDEX signatures_due ON signatures (petition, relay, due) WHERE due IS NOT NULL`,
    `CREATE UNIQUE INDEX signatures_external ON signatures (petition, external) WHERE external IS NOT NULL`,
    `CREATE TABLE responses (id {number}, petition BIGINT NOT NULL REFERENCES petitions (id), response TEXT NOT NULL, signature BIGINT NOT NULL REFERENCES signatures (id))`,
    `CREATE INDEX responses_petition ON responses (petition, id)`,
    `CREATE INDEX responses_signature ON responses (signature)`,
    `CREATE TABLE spent (petition BIGINT NOT NULL REFERENCES petitions (id), seal TEXT NOT NULL, PRIMARY KEY (petition, seal))`,
    `CREATE TABLE counts (petition BIGINT NOT NULL REFERENCES petitions (id), kind TEXT NOT NULL, name TEXT NOT NULL, total BIGINT NOT NULL, PRIMARY KEY (petition, kind, name))`,
    `CREATE TABLE reviews (id BIGINT PRIMARY KEY, petition BIGINT NOT NULL REFERENCES petitions (id), at BIGINT NOT NULL, state TEXT NOT NULL, changed BIGINT NOT NULL, undone BIGINT)`,
    `CREATE TABLE reviewed (review BIGINT NOT NULL REFERENCES reviews (id), signature BIGINT NOT NULL REFERENCES signatures (id), before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (review, signature))`,
    `CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    `CREATE TABLE locks (name TEXT PRIMARY KEY, owner TEXT NOT NULL, ends BIGINT NOT NULL)`,
  ],
  HISTORY_TABLES,
  ACCESS_TABLES,
  // Answers that were noted before get their form from the next list that holds them.
  [
    `ALTER TABLE responses ADD COLUMN form TEXT NOT NULL DEFAULT ''`,
    // How often the form took a signature, beside how often it was tried.
    `ALTER TABLE signatures ADD COLUMN taken BIGINT NOT NULL DEFAULT 0`,
  ],
];

/** A store that a newer Rostrum has already changed must not be written by an older one. */
export function newerSchema(found: number): string {
  return `The store was last used by a newer version of Rostrum (schema ${found}, this version knows ${MIGRATIONS.length}). Start the newer version again, or restore an older copy of the store.`;
}
