import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchText } from './texts.ts';

/** A generator in the race: how its folder is filled, what is started there, and where the site comes out. */
export interface Contender {
  name: string;
  /** Folder to build in, below `.data/bench`; made anew for every run, so that no cache is warm. */
  folder: string;
  prepare(folder: string, texts: readonly BenchText[]): Promise<void>;
  /** Arguments of Node. */
  command(folder: string): string[];
  output: string;
}

/** Folders with each peer's own files, written as its guide for beginners has them. */
export const PEER_FILES = fileURLToPath(new URL('peers/', import.meta.url));

/** Plain Astro, Eleventy and Starlight; all stand below `peers`, where their packages are found. */
export const PEERS: readonly Contender[] = [
  {
    name: 'astro',
    folder: 'peers/astro',
    prepare: peer('astro', 'src/texts', (text) => ({ title: text.title, description: text.summary, date: text.published })),
    command: (folder) => [join(folder, '../node_modules/astro/bin/astro.mjs'), 'build'],
    output: 'dist',
  },
  {
    name: 'eleventy',
    folder: 'peers/eleventy',
    prepare: peer('eleventy', 'texts', (text) => ({ title: text.title, description: text.summary, date: text.published })),
    command: (folder) => [join(folder, '../node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    output: '_site',
  },
  {
    name: 'starlight',
    folder: 'peers/starlight',
    prepare: peer('starlight', 'src/content/docs/texts', (text) => ({ title: text.title, description: text.summary, lastUpdated: text.published })),
    command: (folder) => [join(folder, '../node_modules/astro/bin/astro.mjs'), 'build'],
    output: 'dist',
  },
];

function peer(name: string, place: string, fieldsOf: (text: BenchText) => Record<string, string>): Contender['prepare'] {
  return async (folder, texts) => {
    await cp(join(PEER_FILES, name), folder, { recursive: true });
    await writeTexts(texts.map((text) => ({ path: join(folder, place, `${text.slug}.md`), fields: fieldsOf(text), body: text.body })));
  };
}

/** Writes Markdown files with front matter. JSON values are YAML too. */
export async function writeTexts(files: readonly { path: string; fields: Record<string, unknown>; body: string }[]): Promise<void> {
  for (const { path, fields, body } of files) {
    await mkdir(dirname(path), { recursive: true });
    // A bare date is a date in YAML, which two of the peers ask for.
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${/^\d{4}-/.test(String(value)) ? value : JSON.stringify(value)}`);
    await writeFile(path, `---\n${lines.join('\n')}\n---\n${body}`);
  }
}
