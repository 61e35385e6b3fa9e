import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

/** What a release of a test holds besides the pages that every one has. */
export interface Wishes {
  files?: Record<string, string | Buffer>;
  facts?: Record<string, unknown>;
  /** What stands in `site.json` instead of the facts. */
  scribble?: string;
  entry?: string;
  /** What the build knows of petitions, for `petitions.json`. */
  petitions?: unknown;
  /** Shown on the front pages. */
  word?: string;
}

/** A larger file than is held in memory, like a film. */
export const FILM = randomBytes(700 * 1024);

export const POLICY = "default-src 'none'; style-src 'self'";

/** An empty project folder, gone when `whenDone` says so: after the test, unless told otherwise. */
export async function projectFolder(whenDone: (end: () => Promise<void>) => void = onTestFinished): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rostrum-web-'));
  whenDone(() => rm(root, { recursive: true, force: true }));
  return root;
}

/** Writes a release and points `dist` at it in one step. Text files have packed copies beside them. */
export async function writeRelease(root: string, name: string, { files = {}, facts = {}, scribble, entry, petitions, word = name }: Wishes = {}): Promise<void> {
  const folder = join(root, '.releases', name);
  const page = (lang: string, text: string) => `<!doctype html><html lang="${lang}"><title>${text}</title><p>${`${text} `.repeat(60)}`;
  const all: Record<string, string | Buffer> = {
    'nl/index.html': page('nl', `Voorpagina ${word}`), 'ar/index.html': page('ar', `الصفحة ${word}`),
    'nl/404.html': page('nl', 'Niet gevonden'), 'ar/404/index.html': page('ar', 'غير موجود'),
    'nl/press/brug/index.html': page('nl', 'De brug'), 'nl/search/index.html': page('nl', 'Zoeken'),
    'nl/feed.xml': `<rss>${'x'.repeat(200)}</rss>`, 'nl/feed.json': '{}', 'media/film-1a2b.mp4': FILM, 'media/foto-1a2b.jpg': Buffer.from([255, 216, 255]), 'share/brug-nl-1a2b.jpg': Buffer.from([255, 216, 255]),
    '_astro/x.abc.css': `p{}${' '.repeat(200)}`, 'pagefind/pagefind.js': 'x', 'pagefind/pagefind-entry.json': '{}', 'pagefind/wasm.nl.pagefind': 'x', 'pagefind/pagefind.nl_b686baded3.pf_meta': 'x',
    'pagefind/fragment/uk_25c7e80.pf_fragment': 'x', 'pagefind/index/nl_4f243ed.pf_index': 'x', 'logo.svg': '<svg/>', '.well-known/security.txt': 'Contact: x', '.hidden': 'secret',
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    const file = join(folder, 'client', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    if (typeof content !== 'string' || content.length < 150) continue;
    await writeFile(`${file}.br`, brotliCompressSync(content));
    await writeFile(`${file}.gz`, gzipSync(content));
  }
  await mkdir(join(folder, 'server'), { recursive: true });
  const site = { builtAt: '2026-11-23T10:00:00.000Z', languages: ['nl', 'ar'], nextChange: null, redirects: { '/nl/press/oud/': '/nl/press/brug/' }, policies: { '': POLICY, '/nl/search/': "script-src 'self'" }, ...facts };
  await writeFile(join(folder, 'server/site.json'), scribble ?? JSON.stringify(site));
  if (petitions) await writeFile(join(folder, 'server/petitions.json'), JSON.stringify(petitions));
  if (entry) await writeFile(join(folder, 'server/entry.mjs'), entry);
  await pointTo(root, name);
}

/** Points `dist` at a release in one step, whether the release exists or not. */
export async function pointTo(root: string, name: string): Promise<void> {
  await symlink(join('.releases', name), join(root, 'next'));
  await rename(join(root, 'next'), join(root, 'dist'));
}
