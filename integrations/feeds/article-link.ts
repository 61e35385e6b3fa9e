/** Parameters that tell how somebody came, not what is there. */
const HOW = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|cmpid|xtor|at_medium|at_campaign)$/i;

/** The web address that an entry leads to, past the counting address of a search engine; undefined for what is none. */
export function articleLink(written: string): URL | undefined {
  const url = URL.parse(written);
  if (!url || !isWeb(url)) return undefined;
  // Alerts of Google and Bing send readers through their own addresses.
  const through = /(?:^|\.)(?:google\.[a-z.]{2,6}|bing\.com)$/.test(url.hostname) ? URL.parse(url.searchParams.get('url') ?? url.searchParams.get('q') ?? '') : undefined;
  const article = through && isWeb(through) ? through : url;
  article.username = '';
  article.password = '';
  return article;
}

const isWeb = ({ protocol }: URL) => protocol === 'https:' || protocol === 'http:';

/** One text for all ways of writing an address: without the parts that only say how somebody came, `www.`, and a slash at the end. */
export function canonicalLink(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !HOW.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  return `${outletOf(url)}${url.port && `:${url.port}`}${url.pathname.replace(/\/$/, '')}${query && `?${query}`}`;
}

/** Who publishes at an address: `trouw.nl`. */
export const outletOf = (url: URL): string => url.hostname.replace(/^www\./, '').replace(/\.$/, '');
