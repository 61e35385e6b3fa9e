import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../workbench.ts';
import { find, findAll, isTool, pagesOf, type BuiltPage } from './built-site.ts';

const sample = inject('site');
const { policies } = JSON.parse(readFileSync(join(sample.server, 'site.json'), 'utf8')) as { policies: Record<string, string> };
const policyOf = (path: string) => policies[path] ?? policies['']!;
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a policy does not allow of what the page itself brings. */
function forbiddenOn(page: BuiltPage, policy: string): string[] {
  const rule = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1]?.split(' ') ?? [];
  const forbidden = findAll(page, 'style').filter(({ text }) => !rule('style-src').includes(hashOf(text))).map(() => 'a style');
  for (const { attributes, text } of findAll(page, 'script').filter(({ attributes }) => attributes['type'] !== 'application/ld+json')) {
    if (!rule('script-src').includes(attributes['src'] ? "'self'" : hashOf(text))) forbidden.push('a script');
  }
  for (const { attributes } of findAll(page, 'iframe')) if (!rule('frame-src').includes(new URL(attributes['src']!).origin)) forbidden.push('a frame');
  return forbidden;
}

describe('The policy of each page', () => {
  const pages = pagesOf(sample.client);

  test('allows what the page brings along', () => {
    for (const page of pages) expect(forbiddenOn(page, policyOf(page.path)), page.path).toEqual([]);
    expect(pages.some((page) => findAll(page, 'style').length > 0)).toBe(true);
  });

  test('allows no other page’s style, no written-in script and no other host', () => {
    for (const page of pages) {
      const policy = policyOf(page.path);
      expect(policy, page.path).toMatch(/^default-src 'none'; /);
      expect(policy, page.path).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
      expect(policy, page.path).toContain("base-uri 'none'");
      expect(policy, page.path).toContain("frame-ancestors 'none'");
      if (!isTool(page.path)) expect(policy, page.path).not.toMatch(/script-src|connect-src|frame-src|https?:/);
      if (page.path.endsWith('/watch/')) expect(policy.match(/https?:[^ ;]*/g), page.path).toEqual(['https://video.example.org']);
      expect(policy.match(/'sha256-[^']*'/g)?.length ?? 0, page.path).toBeLessThanOrEqual(findAll(page, 'style').length + findAll(page, 'script').length);
    }
  });
});

/** What the pages that do more than being read may do, as they are served by us. */
const MAY: readonly (readonly [string, RegExp, Record<string, string | undefined>])[] = [
  ['a page to search in', /^\/[a-z]+\/search\/$/, { 'script-src': "'self' 'wasm-unsafe-eval'", 'connect-src': "'self'", 'worker-src': "'self'", 'form-action': "'self'" }],
  ['a press desk', /\/desk\/$/, { 'script-src': "'self'", 'connect-src': undefined, 'form-action': "'self'" }],
  ['a share kit', /\/kit\/$/, { 'script-src': "'self'", 'connect-src': "'self'", 'form-action': "'self'" }],
  ['a petition', /^\/[a-z]+\/petitions\/(?!page\/)[^/]+\/$/, { 'script-src': "'self'", 'connect-src': "'self'", 'form-action': "'self'" }],
  ['a thank-you page', /\/thanks\/$/, { 'script-src': "'self'", 'connect-src': "'self'", 'form-action': "'self'" }],
  ['a player', /\/watch\/$/, { 'script-src': undefined, 'connect-src': undefined, 'form-action': "'self'" }],
];
const rules = (policy: string) => Object.fromEntries(policy.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]));

describe('A policy lets', () => {
  test.each(MAY)('%s do what it is for, and no more', (_, kind, may) => {
    const own = pagesOf(sample.client).filter(({ path }) => kind.test(path));
    expect(own.length).toBeGreaterThan(0);
    for (const { path } of own) expect(Object.fromEntries(Object.keys(may).map((name) => [name, rules(policyOf(path))[name]])), path).toEqual(may);
  });

  test('no page run a script or ask for anything that is none of these', () => {
    const others = pagesOf(sample.client).filter(({ path }) => !MAY.some(([, kind]) => kind.test(path)));
    expect(others.length).toBeGreaterThan(100);
    for (const { path } of others) expect(Object.keys(rules(policyOf(path))).filter((name) => ['script-src', 'connect-src', 'worker-src', 'frame-src'].includes(name)), path).toEqual([]);
  });
});

describe('A site for a host without a server of ours', () => {
  let copy: ProjectCopy;
  let pages: BuiltPage[];
  beforeAll(async () => {
    copy = await copyProject({ pictures: sample.pictures });
    await copy.write('content/redirects.yml', 'press/old-call-for-internet: press/free-internet-outside-the-centre\n');
    const terms = 'content/petitions/decide-within-the-term/petition.yml';
    await copy.write(terms, `${readFileSync(join(copy.root, terms), 'utf8')}form: { id: 1AbCdEfGhIjKl, public: 1FAIpQLSabcdef, confirmation: OK-7f3a, questions: { name: 1a, email: 2a, place: 3a, consent: 4a, ref: 5a } }\n`);
    expect((await copy.build({ env: { HOSTING: 'static', SITE_URL: 'https://free.example' } })).code).toBe(0);
    pages = pagesOf(copy.client);
  });
  afterAll(() => copy.discard());

  test('carries the policy in each page, before anything it could forbid', () => {
    for (const page of pages) {
      const [policy, ...others] = findAll(page, 'meta', { 'http-equiv': 'Content-Security-Policy' });
      expect(others, page.path).toEqual([]);
      expect(policy, page.path).toBeDefined();
      expect(page.html.indexOf('http-equiv="Content-Security-Policy"'), page.path).toBeLessThan(page.html.search(/<(title|style|link|script)/));
      expect(forbiddenOn(page, policy!.attributes['content']!), page.path).toEqual([]);
      // Browsers ignore it in a page and warn about it.
      expect(policy!.attributes['content'], page.path).not.toContain('frame-ancestors');
    }
  });

  test('brings headers and redirects in the form that such hosts read', () => {
    expect(readFileSync(join(copy.client, '_headers'), 'utf8')).toMatch(/^\/\*\n(?: {2}[A-Za-z-]+: .+\n)+\/media\/\*\n {2}Cache-Control: public, max-age=86400, stale-while-revalidate=604800\n\/share\/\*\n {2}Cache-Control: public, max-age=86400, stale-while-revalidate=604800\n\/petitions\/\*\n {2}Cache-Control: public, max-age=60, stale-while-revalidate=120, stale-if-error=300\n {2}Access-Control-Allow-Origin: \*\n\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n$/);
    expect(readFileSync(join(copy.client, '_redirects'), 'utf8')).toContain('/ar/press/old-call-for-internet/ /ar/press/free-internet-outside-the-centre/ 301!\n');
    expect(existsSync(join(sample.client, '_headers'))).toBe(false);
  });

  test('sends a petition’s form straight to Google, and lets it go nowhere else; browsers name our site there', () => {
    const page = pages.find(({ path }) => path === '/ar/petitions/decide-within-the-term/')!;
    expect(find(page, 'form')!.attributes['action']).toBe('https://docs.google.com/forms/d/e/1FAIpQLSabcdef/formResponse');
    for (const path of ['/ar/petitions/decide-within-the-term/', '/ar/petitions/decide-within-the-term/thanks/']) {
      const policy = rules(find(pages.find((one) => one.path === path)!, 'meta', { 'http-equiv': 'Content-Security-Policy' })!.attributes['content']!);
      // What a device has kept is sent there by a script; counts and receipts are asked of this site.
      expect([policy['form-action'], policy['connect-src'], policy['script-src']], path).toEqual(['https://docs.google.com', "'self' https://docs.google.com", "'self'"]);
    }
    const allowed = pages.filter((one) => one.html.includes('Content-Security-Policy') && /connect-src[^;]*docs\.google|form-action https/.test(find(one, 'meta', { 'http-equiv': 'Content-Security-Policy' })!.attributes['content']!)).map(({ path }) => path);
    expect(allowed.every((path) => path.includes('/petitions/decide-within-the-term/') && !path.endsWith('/kit/'))).toBe(true);
    expect(find(page, 'meta', { name: 'referrer' })!.attributes['content']).toBe('strict-origin-when-cross-origin');
  });

  test('says how to sign a petition without a form by mail', () => {
    const page = pages.find(({ path }) => path === '/nl/petitions/open-network-in-town/')!;
    expect(find(page, 'form')).toBeUndefined();
    expect(findAll(page, 'a', { href: 'mailto:acties@havenlicht.example' }).length).toBeGreaterThan(0);
  });

  test('answers at its root, at unknown and at old addresses without a server', () => {
    const at = (path: string) => pages.find((page) => page.path === path)!;
    expect(find(at('/'), 'link', { rel: 'canonical' })!.attributes['href']).toBe('https://free.example/nl/');
    expect(find(at('/404.html'), 'h1')!.text).toBeTruthy();
    expect(find(at('/tr/press/old-call-for-internet/'), 'meta', { 'http-equiv': 'refresh' })!.attributes['content']).toBe('0; url=/tr/press/free-internet-outside-the-centre/');
  });

  test('names the address it was built for everywhere, and no other', () => {
    for (const page of pages) expect(page.html, page.path).not.toContain('https://havenlicht.example');
    for (const file of ['nl/feed.xml', 'nl/feed.json', 'sitemap-nl.xml', 'robots.txt', '.well-known/security.txt']) {
      const text = readFileSync(join(copy.client, file), 'utf8');
      expect(text, file).toContain('https://free.example/');
      expect(text, file).not.toContain('https://havenlicht.example');
    }
  });
});
