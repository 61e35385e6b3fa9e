import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directionOf } from '../../src/domain/language.ts';
import { escapeHtml } from '../../src/domain/markup.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { wordsIn } from '../../src/text/text.ts';
import type { Redirects } from '../files/redirects-file.ts';

export type { Redirects } from '../files/redirects-file.ts';

/** A page at each old address, for hosts that cannot redirect by themselves. */
export async function writeMovedPages(client: string, redirects: Redirects, site: Organisation): Promise<void> {
  for (const [from, to] of Object.entries(redirects)) {
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
