import { CONSOLE, type NewSession, type Person, type Session } from '../access.ts';
import type { Engine, Session as Connection } from '../engine.ts';
import { removeEnded } from './ended.ts';

export async function hasLink({ read }: Engine, hash: string, now: number): Promise<boolean> {
  return (await read.all('SELECT 1 FROM access_links WHERE hash = ? AND ends > ?', hash, now)).length > 0;
}

export function redeem({ write }: Engine, link: string, wanted: NewSession, now: number): Promise<Person | undefined> {
  return write(async (connection) => {
    // After a connection that was lost at the end, this runs again and finds its own work.
    const done = await sessionOn(connection, wanted.hash, now);
    if (done) return done.person;
    const [found] = await connection.all<{ mailbox: string }>('SELECT mailbox FROM access_links WHERE hash = ? AND ends > ?', link, now);
    const person = found && (await lockedPerson(connection, found.mailbox));
    if (!person || (await connection.run('DELETE FROM access_links WHERE hash = ?', link)) === 0) return undefined;
    await add(connection, person, wanted, now);
    return person;
  });
}

export function open({ write }: Engine, mailbox: string, wanted: NewSession, now: number): Promise<Person | undefined> {
  return write(async (connection) => {
    const person = mailbox === CONSOLE ? undefined : await lockedPerson(connection, mailbox);
    if (person) await add(connection, person, wanted, now);
    return person;
  });
}

/** The person, who cannot lose the right to look before this transaction ends. */
async function lockedPerson(connection: Connection, mailbox: string): Promise<Person | undefined> {
  if (mailbox === CONSOLE) return { mailbox, name: '' };
  const [row] = await connection.all<Person>('SELECT mailbox, name FROM access_people WHERE mailbox = ? FOR UPDATE', mailbox);
  return row && { ...row };
}

async function add(connection: Connection, { mailbox }: Person, { hash, began, ends }: NewSession, now: number): Promise<void> {
  await removeEnded(connection, now);
  await connection.run('INSERT INTO access_sessions (hash, mailbox, began, ends) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING', hash, mailbox, began, ends);
}

export const session = ({ read }: Engine, hash: string, now: number): Promise<Session | undefined> => sessionOn(read, hash, now);

async function sessionOn(connection: Connection, hash: string, now: number): Promise<Session | undefined> {
  const [row] = await connection.all<{ hash: string; mailbox: string; name: string; began: number; ends: number }>(
    `SELECT hash, access_sessions.mailbox AS mailbox, coalesce(name, '') AS name, began, ends FROM access_sessions LEFT JOIN access_people ON access_people.mailbox = access_sessions.mailbox
    WHERE hash = ? AND ends > ? AND (access_sessions.mailbox = '${CONSOLE}' OR access_people.mailbox IS NOT NULL)`,
    hash, now,
  );
  return row && { hash: row.hash, person: { mailbox: row.mailbox, name: row.name }, began: row.began, ends: row.ends };
}

export async function extend({ write }: Engine, hash: string, ends: number, now: number): Promise<void> {
  await write((connection) => connection.run('UPDATE access_sessions SET ends = ? WHERE hash = ? AND ends > ? AND ends < ?', ends, hash, now, ends));
}

export async function end({ write }: Engine, hash: string): Promise<void> {
  await write((connection) => connection.run('DELETE FROM access_sessions WHERE hash = ?', hash));
}
