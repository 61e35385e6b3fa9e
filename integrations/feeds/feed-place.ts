import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { FeedFault } from './feed-fault.ts';
import { isPublicAddress } from './public-address.ts';

/** Names of machines, and which of their addresses may be visited. */
export interface FeedWorld {
  resolve(host: string): Promise<readonly LookupAddress[]>;
  mayVisit(address: string): boolean;
}

export const realWorld: FeedWorld = { resolve: (host) => lookup(host, { all: true }), mayVisit: isPublicAddress };

/** Where a request goes: an address of the web, and the machines that were found under its name and judged, so that the name is not asked again. */
export interface FeedPlace {
  url: URL;
  lookup: LookupFunction;
}

/**
 * Judges an address before anything connects to it: the web only, and only machines that may be visited. One that a name
 * also has and that may not be makes all of it refused, because the answer came from somebody who plays with it.
 */
export async function feedPlace(written: string, base: URL | undefined, { resolve, mayVisit }: FeedWorld): Promise<FeedPlace> {
  const url = URL.parse(written, base?.href);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw new FeedFault(`${leads(base)} what is no address of the web. Write one that begins with https://.`);
  if (url.username || url.password) throw new FeedFault(`${leads(base)} an address with a user name or password. Take out what stands between // and @.`);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const inside = new FeedFault(`${leads(base)} “${host.slice(0, 100)}”, which is a place inside a private network. Write an address that everybody can open.`);
  const literal = isIP(host);
  if (literal !== 0) {
    if (!mayVisit(host)) throw inside;
    return { url, lookup: always([{ address: host, family: literal }]) };
  }
  if (/(?:^|\.)localhost$/i.test(host)) throw inside;
  const found = await resolve(host).catch((error: NodeJS.ErrnoException) => {
    throw new FeedFault(`${leads(base)} “${host.slice(0, 100)}”, which cannot be found (${error.code ?? error.name}). Check its spelling, and the connection of this machine.`, { cause: error });
  });
  if (found.length === 0 || !found.every(({ address }) => mayVisit(address))) throw inside;
  return { url, lookup: always(found) };
}

const leads = (base: URL | undefined) => (base ? 'leads on to' : 'leads to');

function always(found: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, tell) => (all ? tell(null, [...found]) : tell(null, found[0]!.address, found[0]!.family));
}
