import type { IncomingHttpHeaders } from 'node:http';

/**
 * True when a form was clearly sent by a page of another site. The browser's own word, `Sec-Fetch-Site`, comes first.
 * Without it only an `Origin` that names another host is clear: it is `null` when a page asks to keep quiet about where
 * it came from, and absent in older browsers and behind proxies that guard privacy, and then nothing speaks against it.
 * `names` are those under which this site is known; https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header.
 */
export function comesFromElsewhere(headers: IncomingHttpHeaders, names: () => readonly string[]): boolean {
  const word = headers['sec-fetch-site'];
  const origin = hostOf(headers.origin);
  if (word === undefined ? origin === undefined : word !== 'cross-site') return false;
  return origin === undefined || !names().some((host) => [host, `www.${host}`, host.replace(/^www\./, ''), translated(host)].includes(origin));
}

/** True when a form was surely sent by a page of this site, or by the person alone: where nothing is lost by asking again, doubt is no leave. */
export function comesFromHere(headers: IncomingHttpHeaders, names: () => readonly string[]): boolean {
  const word = headers['sec-fetch-site'];
  if (word !== undefined) return word === 'same-origin' || word === 'none';
  const origin = hostOf(headers.origin);
  return origin !== undefined && names().includes(origin);
}

/** The names of this site: as the browser asked, as proxies that are believed pass it on, and as the organisation settled it, which a proxy that keeps the name to itself cannot hide. */
export function ownHosts(headers: IncomingHttpHeaders, trustProxy: number, siteUrl: string | undefined): string[] {
  const forwarded = trustProxy > 0 ? String(headers['x-forwarded-host'] ?? '').split(',').at(-trustProxy)?.trim() : undefined;
  return [headers.host && `http://${headers.host}`, forwarded && `http://${forwarded}`, siteUrl].flatMap((address) => (address ? hostOf(address) ?? [] : []));
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).hostname : undefined;
}

// Readers who have whole pages translated get them from this host; its name is ours with dots and hyphens changed.
const translated = (host: string): string => `${host.replaceAll('-', '--').replaceAll('.', '-')}.translate.goog`;
