import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redirects } from './redirects.ts';

/** For hosts that read them (Netlify, Cloudflare Pages and others): `_headers` and `_redirects`. */
export async function writeHostFiles(client: string, hosting: 'server' | 'static', redirects: Redirects): Promise<void> {
  if (hosting === 'server') return;
  const common = ['X-Content-Type-Options: nosniff', 'Referrer-Policy: same-origin', 'X-Frame-Options: DENY', 'Permissions-Policy: camera=(), microphone=(), geolocation=(), interest-cohort=()'];
  const lasting = ['/media/*', '/share/*', '/_astro/*'].map((path) => `${path}\n  Cache-Control: public, max-age=31536000, immutable`);
  await writeFile(join(client, '_headers'), `/*\n${common.map((header) => `  ${header}`).join('\n')}\n${lasting.join('\n')}\n`);
  await writeFile(join(client, '_redirects'), Object.entries(redirects).map(([from, to]) => `${from} ${to} 301\n`).join(''));
}
