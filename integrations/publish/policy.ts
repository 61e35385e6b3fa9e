import { createHash } from 'node:crypto';

/** Content-Security-Policy by path; `''` is that of every page without one of its own. */
export interface Policies {
  byPath: Record<string, string>;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The strictest policy under which a page works: its own styles by hash, scripts and frames only where it has any. */
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

/** The page with its policy in it; `frame-ancestors` counts only as a header. */
export function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.replace(/; frame-ancestors [^;]*/, '')}">`;
  return html.replace('<meta charset="utf-8">', (charset) => charset + meta);
}

/** The address of a page's file. */
export function pathOf(file: string): string {
  return `/${file.replace(/index\.html$/, '')}`;
}

/** Most pages share one policy; only the others are named. */
export function withoutRepeats(policies: ReadonlyMap<string, string>): Record<string, string> {
  const counts = new Map<string, number>();
  for (const policy of policies.values()) counts.set(policy, (counts.get(policy) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "default-src 'none'";
  return { '': common, ...Object.fromEntries([...policies].filter(([, policy]) => policy !== common)) };
}
