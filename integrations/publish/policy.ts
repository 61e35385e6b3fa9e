import { createHash } from 'node:crypto';

/** Content-Security-Policy by path; `''` is that of every page without one of its own. */
export interface Policies {
  byPath: Record<string, string>;
}

/** What a page may do beyond being read; every other page has none of it. */
export interface Allowance {
  /** Run the scripts that the build made from our own sources. */
  scripts?: boolean;
  /** Read the search index, and run the engine that came with it. */
  search?: boolean;
  /** Origins of players, as its recording's address gives them. */
  frames?: string[];
  films?: string[];
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The policy of a page of ours. It follows from what the page is for, never from what is found in it: a style outside
 * the head, a script that the build did not make, or a frame without allowance is an error, however it got there.
 */
export function policyFor(path: string, html: string, allowance: Allowance): string {
  const [head = '', body = ''] = html.split(/<\/head>/, 2);
  const styles = [...head.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => hash(css!));
  const scripts = [...html.matchAll(/<script([^>]*)>/gi)].map(([, attributes]) => attributes!).filter((attributes) => !/^ type="application\/ld\+json"$/.test(attributes));
  const stray =
    /<style/i.test(body) || styles.length > 1 ? 'a style'
    : scripts.some((attributes) => !allowance.scripts || !/ src="\/_astro\/[\w.-]+\.js"/.test(attributes)) ? 'a script'
    : /<(iframe|object|embed)/i.test(html) && !allowance.frames?.length ? 'a frame'
    : undefined;
  if (stray) throw new Error(`The page ${path} holds ${stray} that does not belong there.`);
  return [
    "default-src 'none'",
    `style-src ${styles[0] ?? "'none'"}`,
    "img-src 'self'",
    ["media-src 'self'", ...(allowance.films ?? [])].join(' '),
    ...(allowance.scripts ? [`script-src 'self'${allowance.search ? " 'wasm-unsafe-eval'" : ''}`] : []),
    ...(allowance.search ? ["connect-src 'self'", "worker-src 'self'"] : []),
    ...(allowance.frames?.length ? [`frame-src ${allowance.frames.join(' ')}`] : []),
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
