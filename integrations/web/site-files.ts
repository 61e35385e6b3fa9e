import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { cacheRuleFor } from './cache-rule.ts';
import type { Encoding } from './encoding.ts';
import { mediaTypeOf } from './media-type.ts';

/** A file that can be asked for; where its plain and packed copies lie on disk. */
export interface SiteFile {
  /** Decoded path in NFC; a folder's `index.html` has the folder's path. */
  readonly address: string;
  readonly type: string;
  readonly cacheControl: string;
  readonly copies: Readonly<Partial<Record<Encoding, string>>> & { readonly identity: string };
}

/** A release's files by address. What is not in it cannot be served, whatever a request says. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

const PACKED = /\.(br|gz)$/;

/**
 * Lists the site in `folder` without opening a file: a release of 5,000 pages is known in a fraction of a second, and
 * only what readers ask for comes into memory. Symbolic links and hidden files, save `.well-known`, are left out.
 */
export async function listSiteFiles(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = new Set<string>();
  for (const entry of entries) {
    if (entry.isFile()) paths.add(join(entry.parentPath, entry.name));
  }
  const files = new Map<string, SiteFile>();
  for (const path of paths) {
    // A file that its maker packed has no plain one beside it; it is a file like others.
    if (PACKED.test(path) && paths.has(path.replace(PACKED, ''))) continue;
    const name = `/${relative(folder, path).split(sep).join('/')}`.normalize('NFC');
    if (/\/\.(?!well-known\/)/.test(name)) continue;
    const address = name.replace(/\/index\.html$/, '/');
    const [br, gzip] = [`${path}.br`, `${path}.gz`];
    const copies = { ...(paths.has(br) && { br }), ...(paths.has(gzip) && { gzip }), identity: path };
    files.set(address, { address, type: mediaTypeOf(name), cacheControl: cacheRuleFor(address), copies });
  }
  return files;
}
