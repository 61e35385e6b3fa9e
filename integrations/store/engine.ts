import type { Table } from './tables.ts';

/** What a column holds or a statement is given; a list goes with `AMONG ?`. */
export type Value = string | number | null | readonly (string | number)[];

/**
 * Statements in the common subset of SQLite and PostgreSQL, with `?` for a value. `column AMONG ?` is true for every
 * value of a list, `FOR UPDATE` does nothing where one writer is alone anyway. Each text is prepared once a connection,
 * so it must never carry a value itself.
 */
export interface Session {
  all<Row>(sql: string, ...values: Value[]): Promise<Row[]>;
  /** The same with each row as a list, which many rows need: it takes half the time and a third of the memory. */
  lists<Row extends readonly unknown[]>(sql: string, ...values: Value[]): Promise<Row[]>;
  /** Gives the number of rows that changed. */
  run(sql: string, ...values: Value[]): Promise<number>;
  /** Inserts rows, their values in the order of the table's columns; `then` is what follows in the statement. */
  insert(table: Table, rows: readonly (readonly (string | number | null)[])[], then?: string): Promise<void>;
  /** Numbers for so many new rows of a table. */
  numbers(table: 'signatures' | 'responses', count: number): Promise<number[]>;
}

/** A database, as the ledger needs it. Whatever it cannot do rejects with a `StoreFault`. */
export interface Engine {
  /** Sees what is committed, and cannot change it. */
  read: Session;
  /**
   * Runs `work` in a transaction and resolves once it is on disk. After a conflict, or when the connection was lost at
   * any moment, `work` runs again from its start: it must come to the same end when its first run was committed.
   */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** A connection of its own, without a transaction, for a table that goes away with it. */
  apart<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Runs `work` while no other process holds the lock of this name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<{ result: T } | undefined>;
  /** Overwrites what was erased, as far as the database allows. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
