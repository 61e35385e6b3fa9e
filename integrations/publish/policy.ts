import { createHash } from 'node:crypto';

/** Content-Security-Policy by path; `''` is that of every page without one of its own. */
export interface Policies {
  byPath: Record<string, string>;
}

/** What a page may do beyond being read; every other page has none of it. */
export interface Allowance {
  /** Run the scripts that the build made from our own sources. */
  scripts?: boolean;
  /** Ask this site for files, counts and receipts, and send what a device has kept to where forms go. */
  fetches?: boolean;
  /** Read the search index, and run the engine that came with it. */
  search?: boolean;
  /** Origins of players, as its recording's address gives them. */
  frames?: string[];
  films?: string[];
  /** Origin to which its form is sent instead of to us. */
  forms?: string;
}

const DATA = /^ type="application\/ld\+json"$/;
const OWN_SCRIPT = / src="\/_astro\/[\w.-]+\.js"/;

/** The hash of the page's one style, as a policy names it. */
function styleHash(html: string): string | undefined {
  const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  return css === undefined ? undefined : `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}

/** The opening tags of a page in order; what stands inside quoted attributes is no tag. */
function tagsOf(html: string): { name: string; words: string }[] {
  return [...html.matchAll(/<([a-z][^\s>"'/]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)].map(([, name, words]) => ({ name: name!.toLowerCase(), words: words! }));
}

/**
 * The policy of a page of ours. It follows from what the page is for, never from what is found in it: a style outside
 * the head, a script that the build did not make, or a frame without allowance is an error, however it got there.
 */
export function policyFor(path: string, html: string, allowance: Allowance): string {
  const tags = tagsOf(html);
  const bodyAt = tags.findIndex(({ name }) => name === 'body');
  const styles = tags.flatMap(({ name }, index) => (name === 'style' ? [index] : []));
  const stray =
    styles.length > 1 || styles.some((index) => index > bodyAt) ? 'a style'
    : tags.some(({ name, words }) => name === 'script' && !DATA.test(words) && !(allowance.scripts && OWN_SCRIPT.test(words))) ? 'a script'
    : tags.some(({ name }) => ['iframe', 'object', 'embed'].includes(name)) && !allowance.frames?.length ? 'a frame'
    : undefined;
  if (stray) throw new Error(`The page ${path} holds ${stray} that does not belong there.`);
  return [
    "default-src 'none'",
    `style-src ${styleHash(html) ?? "'none'"}`,
    "img-src 'self'",
    ["media-src 'self'", ...(allowance.films ?? [])].join(' '),
    ...(allowance.scripts ? [`script-src 'self'${allowance.search ? " 'wasm-unsafe-eval'" : ''}`] : []),
    ...(allowance.search || allowance.fetches ? [["connect-src 'self'", ...(allowance.fetches && allowance.forms ? [allowance.forms] : [])].join(' ')] : []),
    ...(allowance.search ? ["worker-src 'self'"] : []),
    ...(allowance.frames?.length ? [`frame-src ${allowance.frames.join(' ')}`] : []),
    `form-action ${allowance.forms ?? "'self'"}`,
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
