import { CONSOLE, type Invited, type Person, type Revoked } from '../access.ts';
import type { Engine, Session } from '../engine.ts';
import { removeEnded } from './ended.ts';

interface Link {
  hash: string;
  ends: number;
}

export async function invite({ write }: Engine, { mailbox, name }: Person, link: Link, now: number): Promise<void> {
  await write(async (session) => {
    await session.run(
      `INSERT INTO access_people (mailbox, name, invited_at) VALUES (?, ?, ?) ON CONFLICT (mailbox) DO UPDATE SET name = CASE WHEN excluded.name = '' THEN access_people.name ELSE excluded.name END`,
      mailbox, name, now,
    );
    await replaceLink(session, mailbox, link, now);
  });
}

export async function setConsoleLink({ write }: Engine, link: Link, now: number): Promise<void> {
  await write((session) => replaceLink(session, CONSOLE, link, now));
}

async function replaceLink(session: Session, mailbox: string, { hash, ends }: Link, now: number): Promise<void> {
  await removeEnded(session, now);
  await session.run('DELETE FROM access_links WHERE mailbox = ?', mailbox);
  await session.run('INSERT INTO access_links (hash, mailbox, ends) VALUES (?, ?, ?)', hash, mailbox, ends);
}

export async function people({ read }: Engine, now: number): Promise<Invited[]> {
  const rows = await read.all<{ mailbox: string; name: string; invited_at: number; link_ends: number | null; sessions: number }>(
    `SELECT mailbox, name, invited_at,
      (SELECT max(ends) FROM access_links WHERE access_links.mailbox = access_people.mailbox AND ends > ?) AS link_ends,
      (SELECT count(*) FROM access_sessions WHERE access_sessions.mailbox = access_people.mailbox AND ends > ?) AS sessions
    FROM access_people ORDER BY mailbox`,
    now, now,
  );
  return rows.map(({ invited_at, link_ends, ...row }) => ({ ...row, invitedAt: invited_at, linkEnds: link_ends ?? undefined }));
}

export async function person({ read }: Engine, mailbox: string): Promise<Person | undefined> {
  const [row] = await read.all<Person>('SELECT mailbox, name FROM access_people WHERE mailbox = ?', mailbox);
  return row && { ...row };
}

export function revoke({ write }: Engine, mailbox: string): Promise<Revoked> {
  return write(async (session) => {
    // The person first: whoever signs in at this moment has that row, or finds it gone.
    const invited = (await session.run('DELETE FROM access_people WHERE mailbox = ?', mailbox)) > 0;
    const links = await session.run('DELETE FROM access_links WHERE mailbox = ?', mailbox);
    return { invited, links, sessions: await session.run('DELETE FROM access_sessions WHERE mailbox = ?', mailbox) };
  });
}
