import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/instant.ts';
import { decodePath } from './request-target.ts';

/** What a build writes down about a release, in `server/site.json`. */
export interface SiteFacts {
  builtAt: Instant;
  /** The first is the default language. */
  languages: readonly string[];
  /** When something scheduled or embargoed comes out; null when nothing does. */
  nextChange: Instant | null;
  /** Decoded path of the old address → path of the new one, on this site. */
  redirects: ReadonlyMap<string, string>;
  /** Content policies by decoded path; `''` is that of every other page. */
  policies: ReadonlyMap<string, string>;
}

/** Reads the facts of the release in `folder`. Throws a sentence when they are missing, damaged or lead off the site. */
export async function readSiteFacts(folder: string): Promise<SiteFacts> {
  const text = await readFile(join(folder, 'server', 'site.json'), 'utf8').catch(() => fail('is missing'));
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    fail('is damaged');
  }
  const { builtAt, languages, nextChange, redirects, policies } = (written ?? {}) as Record<string, unknown>;
  if (!isInstant(builtAt)) fail('does not say when the site was built (builtAt)');
  if (nextChange !== null && !isInstant(nextChange)) fail('does not say when the site changes next (nextChange)');
  if (!Array.isArray(languages) || languages.length === 0 || !languages.every((lang) => typeof lang === 'string' && /^[\w-]+$/.test(lang))) fail('names no languages');
  return { builtAt, languages, nextChange, redirects: readRedirects(redirects), policies: readPolicies(policies) };
}

function readRedirects(written: unknown): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const [from, to] of textsOf(written, 'redirects')) {
    const [path, target] = [decodePath(from), decodePath(to)];
    if (!path?.startsWith('/') || !target || !/^\/(?![/\\])/.test(target) || /[\\\x00-\x1f]/.test(target) || path === target) fail(`redirects ${from} to what is no other address of this site`);
    redirects.set(path, target);
  }
  return redirects;
}

function readPolicies(written: unknown): Map<string, string> {
  const policies = new Map(textsOf(written, 'policies').map(([path, policy]) => [decodePath(path) ?? path, policy]));
  if (!policies.get('')) fail("has no content policy for every page (policies, '')");
  if ([...policies.values()].some((policy) => /[^\x20-\x7e]/.test(policy))) fail('has a content policy that no header can hold');
  return policies;
}

function textsOf(written: unknown, name: string): [string, string][] {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) fail(`has no ${name}`);
  const entries = Object.entries(written);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) fail(`has ${name} that are not text`);
  return entries;
}

const isInstant = (value: unknown): value is Instant => typeof value === 'string' && !Number.isNaN(Date.parse(value));

function fail(wrong: string): never {
  throw new Error(`server/site.json ${wrong}; build the site again with npm run build.`);
}
