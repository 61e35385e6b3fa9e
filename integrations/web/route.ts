import { negotiateLanguage } from '../../src/domain/language.ts';
import { movedBelow } from './moved-below.ts';
import type { Release } from './release.ts';
import { encodePath, type Target } from './request-target.ts';
import type { SiteFile } from './site-files.ts';

/** What is to be done with a request for an address. */
export type Route =
  | { to: 'file'; file: SiteFile }
  | { to: 'elsewhere'; status: 301; location: string }
  | { to: 'home'; status: 302; location: string }
  | { to: 'nothing' };

/** Finds the way for a target: moved pages first, then files, then the same address with a slash at its end. */
export function routeFor(release: Release, target: Target, acceptLanguage: string | undefined): Route {
  const { path, query } = target;
  const { redirects, languages } = release.facts;
  if (path === '/') return { to: 'home', status: 302, location: `/${negotiateLanguage(acceptLanguage, languages)}/${query}` };
  const moved = redirects.get(path) ?? redirects.get(`${path}/`);
  if (moved) return { to: 'elsewhere', status: 301, location: encodePath(moved) + query };
  const file = release.files.get(path);
  if (file) return { to: 'file', file };
  const folder = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : `${path}/`;
  // The place comes from the list of files, so that no request can make it lead to another site.
  const slashed = release.files.get(folder);
  const place = slashed?.address ?? movedBelow(redirects, release.files, path);
  return place ? { to: 'elsewhere', status: 301, location: encodePath(place) + query } : { to: 'nothing' };
}

/** The "not found" page in the language of the path, else in the default language; undefined when the site has none. */
export function notFoundPage(release: Release, path: string): SiteFile | undefined {
  return release.notFound.get(path.split('/')[1] ?? '') ?? release.notFound.get(release.facts.languages[0]!);
}
