import type { AccessDesk } from '../../src/server/access.ts';
import { attemptLimit } from '../../src/server/attempt-limit.ts';
import type { GoogleDoor } from '../../src/server/google-sign-in.ts';
import type { ReachDesk } from '../../src/server/reach-desk.ts';
import type { AccessBook } from '../store/access.ts';
import type { Release } from './release.ts';
import { accessSheet, type AccessSheet } from './access-sheet.ts';

/** What answers at and behind the door of the dashboard need, for as long as the server runs. */
export interface AccessRoom extends AccessDesk {
  /** Whether somebody at this address may try once more to get in. */
  mayTry(address: string, now: number): boolean;
  /** Sign-in with Google, where it is set up. */
  readonly google: GoogleDoor | undefined;
  /** Name of the organisation. */
  readonly name: string;
  readonly sheet: AccessSheet;
  readonly trustProxy: number;
  /** The public address, where one was set; otherwise that which the browser asked. */
  readonly siteUrl: string | undefined;
  /** What the pages behind the door are made from. */
  deskOver(release: Pick<Release, 'stories'>): ReachDesk;
}

/** A room over the book of who may look. The clock is the real one, in ms: what is to end must not wait for a demonstration. */
export function accessRoom(book: AccessBook, settled: Pick<AccessRoom, 'google' | 'name' | 'trustProxy' | 'siteUrl' | 'deskOver'>, now: () => number = Date.now): AccessRoom {
  return { book, now, mayTry: attemptLimit(), sheet: accessSheet(), ...settled };
}
