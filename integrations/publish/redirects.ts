import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeFault } from '../../src/domain/fault.ts';
import { directionOf } from '../../src/domain/language.ts';
import { escapeHtml } from '../../src/domain/markup.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { wordsIn } from '../../src/text/text.ts';
import { readYaml } from '../files/written-file.ts';
import { Refusal } from '../refusal.ts';

/** Old address to new address, both whole: `/nl/press/old/`. */
export type Redirects = Record<string, string>;

const FILE = 'content/redirects.yml';

/** Reads `content/redirects.yml`: `press/old: press/new`, one line for all languages. Chains are followed. */
export async function readRedirects(root: string, languages: readonly string[]): Promise<Redirects> {
  const text = await readFile(join(root, FILE), 'utf8').catch(() => '');
  const written = readYaml(FILE, text);
  if (Array.isArray(written)) throw new Refusal(written.map(describeFault).join('\n'));
  const moves = Object.entries(written.fields as Record<string, unknown>);
  const place = /^[a-z0-9-]+(\/[a-z0-9-]+)+$/;
  for (const [from, to] of moves) {
    if (typeof to !== 'string' || !place.test(from) || !place.test(to)) {
      throw new Refusal(`${FILE}, line ${written.lineOf([from]) ?? 1}\n  “${from}: ${String(to)}” is not a move. Write it like press/old-name: press/new-name, without language and without slashes at the ends.`);
    }
  }
  const next = new Map(moves as [string, string][]);
  const resolve = (from: string): string => {
    const seen = new Set<string>();
    let to = from;
    while (next.has(to)) {
      if (seen.has(to)) throw new Refusal(`${FILE}\n  “${from}” leads in a circle. Let one of the lines lead to a text that exists.`);
      seen.add(to);
      to = next.get(to)!;
    }
    return to;
  };
  return Object.fromEntries(languages.flatMap((lang) => [...next.keys()].map((from) => [`/${lang}/${from}/`, `/${lang}/${resolve(from)}/`])));
}

/** A page at each old address, for hosts that cannot redirect by themselves. */
export async function writeMovedPages(client: string, redirects: Redirects, site: Organisation): Promise<void> {
  for (const [from, to] of Object.entries(redirects)) {
    if (existsSync(join(client, from, 'index.html'))) throw new Refusal(`${FILE}\n  “${from}” is the address of a text that exists, so it cannot lead elsewhere. Take the line out.`);
    if (!existsSync(join(client, to, 'index.html'))) throw new Refusal(`${FILE}\n  “${from}” leads to “${to}”, where there is no text. Mend the line.`);
    const lang = from.split('/')[1]!;
    const { moved } = wordsIn(lang);
    const url = (process.env['SITE_URL'] ?? site.url).replace(/\/$/, '');
    await mkdir(join(client, from), { recursive: true });
    await writeFile(
      join(client, from, 'index.html'),
      `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(moved.title)}</title><link rel="canonical" href="${url}${to}"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${to}"></head><body><main><h1>${escapeHtml(moved.title)}</h1><p>${escapeHtml(moved.text)} <a href="${to}">${url}${to}</a></p></main></body></html>\n`,
    );
  }
}
