import { MESSENGERS, type Network } from './network.ts';

/** Kind of place a link stands in, as Google's reports group visits: https://support.google.com/analytics/answer/9756891. */
export type Medium = 'social' | 'messenger' | 'email' | 'print';

function mediumOf(network: Network | 'print'): Medium {
  if (network === 'print' || network === 'email') return network;
  return MESSENGERS.includes(network) ? 'messenger' : 'social';
}

/** Where a link will stand: on a network, or on paper (`print`), and for which campaign. */
export interface LinkTag {
  network: Network | 'print';
  /** A story's slug; short and without personal data, because everybody who gets the link can read it. */
  campaign: string;
  medium?: Medium | undefined;
}

/** The address with `utm_source`, `utm_medium` and `utm_campaign`; a campaign that is no slug is an error of the caller. */
export function taggedLink(url: string, { network, campaign, medium = mediumOf(network) }: LinkTag): string {
  if (!/^[a-z0-9-]{1,80}$/.test(campaign)) throw new RangeError(`“${campaign}” cannot name a campaign. Use small letters a to z, digits and hyphens, at most 80.`);
  const tagged = new URL(url);
  tagged.searchParams.set('utm_source', network);
  tagged.searchParams.set('utm_medium', medium);
  tagged.searchParams.set('utm_campaign', campaign);
  return tagged.href;
}

/** The address with where it was shared from alone: for buttons on a story's own page, whose address names the story. */
export function sourceLink(url: string, network: Network): string {
  const tagged = new URL(url);
  tagged.searchParams.set('utm_source', network);
  return tagged.href;
}

/** An address as people read it, where it cannot be tapped: `havenlicht.example/nl/press/free-internet`, without tags. */
export function readableAddress(url: string): string {
  const { host, pathname } = new URL(url);
  let path = pathname;
  try {
    path = decodeURI(pathname);
  } catch {
    // Stays as it is: not every percent sign begins a code.
  }
  return `${host.replace(/^www\./, '')}${path}`.replace(/\/$/, '');
}
