import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlFiles } from './html-files.ts';

/** Content-Security-Policy by path; `''` is that of every page without one of its own. */
export interface Policies {
  byPath: Record<string, string>;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Makes each page's policy from what it holds: its own styles by hash, scripts and frames only where it has any.
 * For static hosts the policy also stands in the page, since there it can come by no other way.
 */
export async function applyPolicies(client: string, hosting: 'server' | 'static'): Promise<Policies> {
  const policies = new Map<string, string>();
  for (const file of await htmlFiles(client)) {
    const html = await readFile(join(client, file), 'utf8');
    const policy = policyFor(html);
    policies.set(pathOf(file), policy);
    if (hosting === 'static') {
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.replace(/; frame-ancestors [^;]*/, '')}">`;
      await writeFile(join(client, file), html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${meta}`));
    }
  }
  return { byPath: withoutRepeats(policies) };
}

/** The strictest policy under which a page of ours still works. */
export function policyFor(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => hash(css!));
  const modules = [...html.matchAll(/<script(?![^>]*application\/ld\+json)([^>]*)>([\s\S]*?)<\/script>/g)];
  const inline = modules.filter(([, attributes]) => !/\ssrc=/.test(attributes!)).map(([, , code]) => hash(code!));
  const frames = [...html.matchAll(/<iframe[^>]*\ssrc="([^"]*)"/g)].map(([, src]) => new URL(src!).origin);
  const films = [...html.matchAll(/<video[^>]*\ssrc="(https?:[^"]*)"/g)].map(([, src]) => new URL(src!).origin);
  const searches = html.includes('data-search=');
  return [
    "default-src 'none'",
    `style-src ${styles.length > 0 ? [...new Set(styles)].join(' ') : "'none'"}`,
    `img-src 'self'${searches ? ' data:' : ''}`,
    `media-src 'self'${films.map((origin) => ` ${origin}`).join('')}`,
    ...(modules.length > 0 ? [`script-src 'self'${inline.map((one) => ` ${one}`).join('')}${searches ? " 'wasm-unsafe-eval'" : ''}`] : []),
    ...(searches ? ["connect-src 'self'", "worker-src 'self'"] : []),
    ...(frames.length > 0 ? [`frame-src ${[...new Set(frames)].join(' ')}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function pathOf(file: string): string {
  return `/${file.replace(/index\.html$/, '')}`;
}

/** Most pages share one policy; only the others are named. */
function withoutRepeats(policies: ReadonlyMap<string, string>): Record<string, string> {
  const counts = new Map<string, number>();
  for (const policy of policies.values()) counts.set(policy, (counts.get(policy) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "default-src 'none'";
  return { '': common, ...Object.fromEntries([...policies].filter(([, policy]) => policy !== common)) };
}
