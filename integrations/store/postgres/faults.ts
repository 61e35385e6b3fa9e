import { StoreFault } from '../ledger.ts';

/** Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html; the first two characters are the class. */
const SENTENCES: Record<string, string> = {
  '08': 'The database server of DATABASE_URL does not answer. See whether it runs and can be reached from this machine.',
  '25': 'The database of DATABASE_URL takes no changes at the moment. It may be a copy for reading: name the main server.',
  '28': 'The database server refuses the account in DATABASE_URL. See whether user and password are right.',
  '3D': 'The database in DATABASE_URL does not exist. Create it, or correct its name.',
  '42': 'The account in DATABASE_URL may not do what the store needs. Let it create and change tables in its own schema.',
  '53': 'The database server is full: its disk, its memory or its connections. Make room there; nothing needs to be started anew.',
  '54': 'The database server is full: its disk, its memory or its connections. Make room there; nothing needs to be started anew.',
  '57': 'The database server of DATABASE_URL is stopping or starting. Try again in a moment.',
  '58': 'The disk of the database server does not answer. Look at the disk and the server’s log.',
  XX: 'The files of the database are damaged. Look at the server’s log and restore the last copy.',
};

/** What the driver and the system say when there is no connection, or no longer. */
const AWAY = /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|ENOENT|EACCES)|^08|^57P/;
const AWAY_WORDS = /Connection terminated|timeout exceeded|Query read timeout|not queryable|Connection ended|connection error|server closed|Client was closed/i;

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code ?? '');
const messageOf = (error: unknown) => String((error as { message?: unknown } | undefined)?.message ?? '');

/** True when the connection is gone; what it had begun may or may not have been committed. */
export const isAway = (error: unknown) => AWAY.test(codeOf(error)) || (codeOf(error) === '' && AWAY_WORDS.test(messageOf(error)));

/** True when another transaction was in the way and the same work would succeed now. */
export const isConflict = (error: unknown) => ['40001', '40P01', '55P03'].includes(codeOf(error));

/** The same as a sentence. The server's own words stay out of it: its details quote whole rows. */
export function postgresFault(error: unknown): unknown {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error);
  if (isAway(error)) return new StoreFault(SENTENCES[code.startsWith('57') ? '57' : '08']!);
  if (isConflict(error)) return new StoreFault('Too many write to the database at the same time. Try again in a moment.');
  if (!/^[0-9A-Z]{5}$/.test(code)) return error;
  // What was sent does not fit a column. The store works; it is for the caller to see which of many it was.
  if (code.startsWith('22') || code.startsWith('23')) return new Error(`The database refused a value (PostgreSQL ${code}).`);
  return new StoreFault(SENTENCES[code.slice(0, 2)] ?? `The database refused (PostgreSQL ${code}). This is a mistake in Rostrum; please report it with this number.`);
}
