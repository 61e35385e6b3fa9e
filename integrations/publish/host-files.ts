import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COUNTED, DAY, FOREVER } from '../web/cache-rule.ts';
import { EVERYWHERE } from '../web/security-headers.ts';
import type { Redirects } from './redirects.ts';

/** For hosts that read them (Netlify, Cloudflare Pages and others): `_headers` and `_redirects`, with what our own server sends. */
export async function writeHostFiles(client: string, hosting: 'server' | 'static', redirects: Redirects): Promise<void> {
  if (hosting === 'server') return;
  const rules = [headersFor('/*', EVERYWHERE), headersFor('/media/*', ['Cache-Control', DAY]), headersFor('/share/*', ['Cache-Control', DAY]), headersFor('/petitions/*', ['Cache-Control', COUNTED, 'Access-Control-Allow-Origin', '*']), headersFor('/_astro/*', ['Cache-Control', FOREVER])];
  await writeFile(join(client, '_headers'), rules.join(''));
  // The page that says “moved”, for other hosts, stands at the old address; without the mark it would go before.
  await writeFile(join(client, '_redirects'), Object.entries(redirects).map(([from, to]) => `${from} ${to} 301!\n`).join(''));
}

function headersFor(path: string, headers: readonly string[]): string {
  const lines = headers.map((text, at) => (at % 2 === 0 ? `\n  ${text}: ` : text));
  return `${path}${lines.join('')}\n`;
}
