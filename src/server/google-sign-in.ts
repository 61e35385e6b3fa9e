import { randomBytes } from 'node:crypto';
import { canonicalAddress } from '../domain/mail-address.ts';
import { LASTS, newSession, type AccessDesk, type Pass } from './access.ts';
import { derived, hashOf, isSame, isToken, newToken } from './access-token.ts';

/** What Google says of whoever signed in there; its signature, audience, issuer and age were checked. */
export interface Proof {
  email: string;
  verified: boolean;
  nonce: string;
}

/** Google, as signing in needs it. `back` is the address to which the browser returns. */
export interface GoogleDoor {
  /** Where the browser goes to sign in. */
  address(wish: { state: string; nonce: string; challenge: string; back: string }): string;
  /** Trades the code that the browser brought; undefined when Google does not take it or its word cannot be trusted. */
  proof(code: string, verifier: string, back: string): Promise<Proof | undefined>;
}

/** What comes back with the browser. */
export interface Returned {
  code: string | undefined;
  state: string | undefined;
  /** From the cookie that the browser was given at the beginning. */
  key: string | undefined;
  back: string;
}

/**
 * Begins a sign-in: the key for this browser's cookie, and where it goes. State (RFC 6749, 10.12), PKCE verifier (RFC 7636)
 * and nonce (OpenID Connect Core, 3.1.2.1) follow from the key, so that the store keeps no secret.
 */
export async function beginAtGoogle({ book, now, random = randomBytes }: AccessDesk, door: GoogleDoor, back: string): Promise<{ key: string; address: string }> {
  const key = newToken(random);
  const state = derived(key, 'state');
  await book.begin(hashOf(state), now() + LASTS.signIn, now());
  return { key, address: door.address({ state, nonce: derived(key, 'nonce'), challenge: challengeOf(derived(key, 'verifier')), back }) };
}

/** Lets in whoever comes back from Google, began here in this browser, and was invited with an address that Google verified; each sign-in once. */
export async function finishAtGoogle(desk: AccessDesk, door: GoogleDoor, { code, state, key, back }: Returned): Promise<Pass | undefined> {
  if (!isToken(key) || !isToken(state) || !isSame(state, derived(key, 'state'))) return undefined;
  if (!(await desk.book.finish(hashOf(state), desk.now())) || code === undefined) return undefined;
  const proof = await door.proof(code, derived(key, 'verifier'), back);
  if (!proof) return undefined;
  // Asked in any case: how long the answer takes must not tell whom we know.
  const person = await desk.book.person(canonicalAddress(proof.email) ?? 'nobody');
  if (!person || !proof.verified || !isSame(proof.nonce, derived(key, 'nonce'))) return undefined;
  const { pass, session } = newSession(desk);
  return (await desk.book.open(person.mailbox, session, session.began)) && pass;
}

/** RFC 7636, 4.2: BASE64URL of the SHA-256. */
const challengeOf = (verifier: string): string => Buffer.from(hashOf(verifier), 'hex').toString('base64url');
