import type { IncomingMessage } from 'node:http';

/** The cookies of the dashboard: a session, and a sign-in with Google that is under way. Each goes only where it is needed. */
const COOKIES = { session: { name: 'rostrum_reach', path: '/reach/' }, google: { name: 'rostrum_google', path: '/reach/google/' } };

/** Over https the name makes browsers refuse a cookie that came by plain http (RFC 6265bis, 4.1.3); `__Host-` would need the whole site as its path. */
const nameOf = (kind: keyof typeof COOKIES, https: boolean): string => `${https ? '__Secure-' : ''}${COOKIES[kind].name}`;

/** The value of such a cookie; of several the first. */
export function readCookie(request: Pick<IncomingMessage, 'headers'>, kind: keyof typeof COOKIES, https: boolean): string | undefined {
  const start = `${nameOf(kind, https)}=`;
  const pair = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(start));
  return pair?.slice(start.length);
}

/** A `Set-Cookie` header; `lasts` in ms, 0 takes the cookie back. `Lax`, so that whoever comes by a link in a mail is known. */
export function setCookie(kind: keyof typeof COOKIES, value: string, lasts: number, https: boolean): string[] {
  return ['Set-Cookie', `${nameOf(kind, https)}=${value}; Path=${COOKIES[kind].path}; Max-Age=${Math.floor(lasts / 1000)}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`];
}
