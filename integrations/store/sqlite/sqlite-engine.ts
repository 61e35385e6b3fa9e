import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine, Session } from '../engine.ts';
import { migrate } from './migrate.ts';
import { openConnection, type Connection } from './connection.ts';
import { isBroken, isBusy, sqliteFault } from './faults.ts';
import { rowLock } from './row-lock.ts';

/** How long to wait for another process to end its transaction, in ms. */
const LONG_WAIT = 10_000;

/** What the engine takes from outside: the clock, in ms, and chance for the owners of locks and the waits between attempts. */
export interface SqliteWorld {
  now(): number;
  random(): number;
  /** How long a lock lasts whose owner was killed, in ms; half a minute when absent. */
  lockLasts?: number | undefined;
}

export const realSqlite: SqliteWorld = { now: Date.now, random: Math.random };

/** What the file's engine can do besides: let something else write it in its turn, from another thread. */
export interface SqliteEngine extends Engine {
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** A store in one file, for the processes of one machine. Opens at first use and again after a fault, so that it recovers by itself. */
export function sqliteEngine(path: string, world = realSqlite): SqliteEngine {
  let writer: Connection | undefined;
  let reader: Connection | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const forget = () => {
    for (const connection of [writer, reader]) connection?.close();
    writer = reader = undefined;
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (isBroken(error)) forget();
      throw sqliteFault(error);
    }
  };
  const writing = () => {
    if (closed) throw new Error('The ledger is closed.');
    if (!writer) {
      makePrivate(path);
      const opened = openConnection(path, { writes: true });
      try {
        migrate(opened);
      } catch (error) {
        opened.close();
        throw error;
      }
      writer = opened;
    }
    return writer;
  };
  const reading = () => {
    writing();
    return (reader ??= openConnection(path, { writes: false }));
  };
  // One transaction at a time: on one connection a second would be part of the first.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const patiently = async <T>(step: () => T): Promise<T> => {
    const end = world.now() + LONG_WAIT;
    for (;;) {
      try {
        return step();
      } catch (error) {
        if (!isBusy(error) || world.now() > end) throw error;
      }
      await pause(2 + world.random() * 10);
    }
  };
  const write = <T>(work: (session: Session) => Promise<T>) =>
    inTurn(() =>
      guarded(async () => {
        const connection = await patiently(() => {
          writing().exec('BEGIN IMMEDIATE');
          return writing();
        });
        try {
          const result = await work(connection);
          connection.exec('COMMIT');
          return result;
        } catch (error) {
          connection.rollBack();
          throw error;
        }
      }),
    );
  const unreadable = () => Promise.reject(new Error('What is read cannot be changed; open a transaction.'));
  return {
    read: {
      all: (sql, ...values) => guarded(async () => (await patiently(reading)).all(sql, ...values)),
      lists: (sql, ...values) => guarded(async () => (await patiently(reading)).lists(sql, ...values)),
      run: unreadable, insert: unreadable, numbers: unreadable,
    },
    write,
    inTurn,
    apart: (work) =>
      guarded(async () => {
        writing();
        const connection = openConnection(path, { writes: true });
        try {
          return await work(connection);
        } finally {
          connection.close();
        }
      }),
    alone: rowLock(write, world),
    // Older pages in the log hold what was erased until they are overwritten; whoever reads them is waited for.
    scrub: () =>
      inTurn(() =>
        guarded(async () => {
          for (let attempt = 0; attempt < 50 && writing().get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').busy; attempt++) await pause(20);
        }),
      ),
    close: () =>
      inTurn(async () => {
        forget();
        closed = true;
      }),
  };
}

/** Names and addresses are for the account that runs Rostrum alone. SQLite gives its other files the same rights. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  chmodSync(dirname(path), 0o700);
  makeEmpty(path);
  chmodSync(path, 0o600);
}

/** A file that is there is not even opened: closing it again would let go of every lock that this process holds on it (https://sqlite.org/howtocorrupt.html, 2.2). */
function makeEmpty(path: string): void {
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
