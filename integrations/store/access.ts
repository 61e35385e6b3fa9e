/** Somebody who may see the dashboard. */
export interface Person {
  /** Canonical address; `''` for whoever runs the server and came by the link on its console. */
  mailbox: string;
  /** `''` when nobody told it. */
  name: string;
}

/** An invited person, and what is open for them. Moments are milliseconds since 1970. */
export interface Invited extends Person {
  invitedAt: number;
  /** When the link that was not used yet ends. */
  linkEnds?: number | undefined;
  /** Number of browsers that are signed in. */
  sessions: number;
}

/** A session that is open. Moments are milliseconds since 1970. */
export interface Session {
  hash: string;
  person: Person;
  began: number;
  ends: number;
}

/** A session to be. */
export type NewSession = Omit<Session, 'person'>;

/** What ended with a person's right to look. */
export interface Revoked {
  /** Whether the person was invited at all. */
  invited: boolean;
  links: number;
  sessions: number;
}

/** Whoever runs the server: the person behind the link on its console. */
export const CONSOLE = '';

/**
 * Who may see the dashboard: people invited, their links and sessions. It knows links and sessions by their SHA-256 in
 * hex alone. Two engines keep it, one contract test holds both. Every method rejects with a `StoreFault` when the store
 * cannot do it. What has ended is as if it had never been, and is removed with the next change.
 */
export interface AccessBook {
  /** Lets a person in, with a new link instead of an earlier one; a name stays until another is given. */
  invite(person: Person, link: { hash: string; ends: number }, now: number): Promise<void>;
  /** A new link on the console, instead of the one of an earlier start. */
  setConsoleLink(link: { hash: string; ends: number }, now: number): Promise<void>;
  /** In the order of their addresses. */
  people(now: number): Promise<Invited[]>;
  /** The person of an address, while invited. */
  person(mailbox: string): Promise<Person | undefined>;
  /** Takes the right to look, and ends links and sessions with it; `CONSOLE` ends those of the console. */
  revoke(mailbox: string): Promise<Revoked>;

  /** Whether a link would open the door. */
  hasLink(hash: string, now: number): Promise<boolean>;
  /** Turns a link into a session, once: of several at the same moment one alone gets it. */
  redeem(link: string, session: NewSession, now: number): Promise<Person | undefined>;
  /** A session for whoever proved the address in another way; undefined when nobody invited it. */
  open(mailbox: string, session: NewSession, now: number): Promise<Person | undefined>;
  /** A session that is open, of a person who may still look. */
  session(hash: string, now: number): Promise<Session | undefined>;
  /** Lets a session end later. One that was ended stays so. */
  extend(hash: string, ends: number, now: number): Promise<void>;
  end(hash: string): Promise<void>;

  /** Remembers a sign-in elsewhere that was begun. */
  begin(hash: string, ends: number, now: number): Promise<void>;
  /** Whether that sign-in was begun and not finished yet; true once alone. */
  finish(hash: string, now: number): Promise<boolean>;
}
