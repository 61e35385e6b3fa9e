import { decodePath } from './request-target.ts';

/** What can be asked of the dashboard and its door. */
export type ReachDoor = { to: 'sign-in' | 'sign-out' | 'google' | 'returned' | 'pages' } | { to: 'link'; token: string };

const LINK = /^\/reach\/sign-in\/([\w-]{43})\/?$/;
const DOORS: Record<string, Exclude<ReachDoor['to'], 'link'>> = { '/reach/sign-in/': 'sign-in', '/reach/sign-out/': 'sign-out', '/reach/google/': 'google', '/reach/google/callback/': 'returned' };

/**
 * The door that a path leads to; undefined for one that has nothing to do with the dashboard. `raw` is the request's own
 * target: whatever a page maker could take for an address below `/reach/` is one, by any spelling.
 */
export function reachDoor(path: string, raw: string): ReachDoor | undefined {
  const link = LINK.exec(path)?.[1];
  if (link !== undefined) return { to: 'link', token: link };
  if (Object.hasOwn(DOORS, path)) return { to: DOORS[path]! };
  return [path, asBrowsersRead(path), asBrowsersRead(raw)].some(isBelow) ? { to: 'pages' } : undefined;
}

/** Dot segments are resolved, backslashes turned and everything decoded until nothing changes. */
function asBrowsersRead(raw: string): string {
  let path = raw.split(/[?#]/)[0]!;
  for (let round = 0; round < 5; round++) {
    const before = path;
    path = decodePath(path.replace(/%(?:2f|5c)/gi, '/').replace(/[\\/]+/g, '/')) ?? path;
    path = URL.parse(path, 'http://x')?.pathname ?? path;
    if (path === before) break;
  }
  return path.replace(/\/+/g, '/');
}

const isBelow = (path: string): boolean => /^\/+reach(?:$|[/.;?#])/i.test(path.normalize('NFKC'));
