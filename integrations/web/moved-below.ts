import type { SiteFiles } from './site-files.ts';

/**
 * Where a page or a file that followed a moved page is now: `/nl/press/old/desk/` → `/nl/press/new/desk/`, and
 * `/nl/press/old/old-nl.zip` → `/nl/press/new/new-nl.zip`. Undefined when nothing moved, or nothing is there.
 */
export function movedBelow(redirects: ReadonlyMap<string, string>, files: SiteFiles, path: string): string | undefined {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const old = path.slice(0, at + 1);
    const moved = redirects.get(old);
    if (moved === undefined) continue;
    const [was, is] = [slugOf(old), slugOf(moved)];
    const rest = path.slice(at + 1);
    const renamed = rest.startsWith(was) && /^[-.]/.test(rest.slice(was.length)) ? is + rest.slice(was.length) : rest;
    const place = moved + renamed;
    return [place, `${place}/`].find((address) => address !== moved && files.has(address));
  }
  return undefined;
}

const slugOf = (page: string): string => page.split('/').at(-2) ?? '';
