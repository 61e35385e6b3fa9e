import { randomBytes } from 'node:crypto';
import type { AccessBook, NewSession, Person, Session } from '../../integrations/store/access.ts';
import { hashOf, isSame, isToken, newToken } from './access-token.ts';

export type { Person } from '../../integrations/store/access.ts';

const HOUR = 3_600_000;
/** How long things last, in ms. A session ends 12 hours after its last use, and 14 days after it began in any case. */
export const LASTS = { invitation: 7 * 24 * HOUR, consoleLink: 24 * HOUR, session: 12 * HOUR, longest: 14 * 24 * HOUR, signIn: HOUR / 6 };
/** A session is made longer once an hour at most, so that reading does not write every time; it may end that much earlier. */
const STEP = HOUR;

/** What judging takes from outside: the book, the clock in ms, and chance. */
export interface AccessDesk {
  book: AccessBook;
  now(): number;
  random?: (size: number) => Buffer;
}

/** What a browser that was let in is given: its token, and for how many ms. */
export interface Pass {
  token: string;
  lasts: number;
}

/** Somebody who may look; `renewed` when the browser is to keep its token longer. */
export interface Admitted {
  person: Person;
  renewed: Pass | undefined;
}

/** Judges the token of a request's cookie; undefined for anything but an open session. Forged, ended and foreign ones take the same one look. */
export async function judge(desk: AccessDesk, token: string | undefined): Promise<Admitted | undefined> {
  if (!isToken(token)) return undefined;
  const [hash, now] = [hashOf(token), desk.now()];
  const session = await desk.book.session(hash, now);
  if (!session || !isSame(session.hash, hash)) return undefined;
  return { person: session.person, renewed: renew(desk, session, token, now) };
}

function renew({ book }: AccessDesk, { hash, began, ends }: Session, token: string, now: number): Pass | undefined {
  const later = Math.min(now + LASTS.session, began + LASTS.longest);
  if (later < ends + STEP) return undefined;
  // Nobody who reads waits for a store that is being written; a session that could not be made longer ends as it would have.
  void book.extend(hash, later, now).catch(() => undefined);
  return { token, lasts: later - now };
}

/** Whether a link would open the door; looking does not use it up, as the programs that check mail for bad links do. */
export const wouldOpen = async ({ book, now }: AccessDesk, token: string): Promise<boolean> => isToken(token) && book.hasLink(hashOf(token), now());

/** Lets in whoever has a link, once. Forged, used, ended and revoked links take the same one look and get the same answer. */
export async function redeem(desk: AccessDesk, token: string): Promise<Pass | undefined> {
  if (!(await wouldOpen(desk, token))) return undefined;
  const { pass, session } = newSession(desk);
  return (await desk.book.redeem(hashOf(token), session, session.began)) && pass;
}

/** Ends the session of this token, if there is one. */
export const signOut = async ({ book }: AccessDesk, token: string | undefined): Promise<void> => (isToken(token) ? book.end(hashOf(token)) : undefined);

/** A session to be, and the token by which its browser is known. */
export function newSession({ now, random = randomBytes }: AccessDesk): { pass: Pass; session: NewSession } {
  const [token, began] = [newToken(random), now()];
  return { pass: { token, lasts: LASTS.session }, session: { hash: hashOf(token), began, ends: began + LASTS.session } };
}

/** Invites a person and returns the token of their link, which is not kept. */
export async function invite({ book, now, random = randomBytes }: AccessDesk, person: Person): Promise<string> {
  const token = newToken(random);
  await book.invite(person, { hash: hashOf(token), ends: now() + LASTS.invitation }, now());
  return token;
}

/** Makes the link for whoever runs the server, instead of an earlier one, and returns its token. */
export async function inviteConsole({ book, now, random = randomBytes }: AccessDesk): Promise<string> {
  const token = newToken(random);
  await book.setConsoleLink({ hash: hashOf(token), ends: now() + LASTS.consoleLink }, now());
  return token;
}

/** Where a link leads, on a site at `root`. */
export const linkAddress = (root: string, token: string): string => `${root.replace(/\/+$/, '')}/reach/sign-in/${token}`;
