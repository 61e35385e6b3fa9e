import type { IncomingMessage } from 'node:http';
import { acceptedEncodings, type Encoding } from './encoding.ts';
import type { Held } from './file-shelf.ts';
import type { Release } from './release.ts';
import { filePolicy, securityHeaders, type HeaderList } from './security-headers.ts';
import type { SiteFile } from './site-files.ts';

/** One packing of a file, read or measured and ready to be sent. */
export interface FileCopy extends Held {
  readonly location: string;
  readonly encoding: Encoding;
}

/** The packing of a file that this reader likes best: at once when it is at hand, else read from disk. Throws what the disk says. */
export function copyFor(request: IncomingMessage, release: Release, file: SiteFile): FileCopy | Promise<FileCopy> {
  const header = request.headers['accept-encoding'];
  const encoding = acceptedEncodings(typeof header === 'string' ? header : undefined).find((name) => file.copies[name]) ?? 'identity';
  const location = file.copies[encoding] ?? file.copies.identity;
  const held = release.shelf.take(location);
  if (held) return { ...held, location, encoding };
  return release.shelf.fetch(location).then((read) => ({ ...read, location, encoding }));
}

const dressed = new WeakMap<SiteFile, HeaderList>();

/** The headers that a file of a release always has: type, security, and what its packings depend on. */
export function headersOf(release: Release, file: SiteFile): HeaderList {
  const known = dressed.get(file);
  if (known) return known;
  const { policies } = release.facts;
  const policy = policies.get(file.address) ?? (file.type.startsWith('text/html') ? policies.get('')! : filePolicy(file.type));
  const varies = file.copies.br ?? file.copies.gzip;
  const headers = ['Content-Type', file.type, ...securityHeaders(file.type, policy), ...(varies ? ['Vary', 'Accept-Encoding'] : [])];
  dressed.set(file, headers);
  return headers;
}
