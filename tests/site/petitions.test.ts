import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readPetitionFacts } from '../../integrations/web/petition-facts.ts';
import { site } from '../../src/site.ts';
import { FORM_END, FORM_START } from '../../src/petition-form.ts';
import { findAll, pagesOf } from './built-site.ts';

const { address, client, root } = inject('site');
const pages = pagesOf(client).filter((page) => /^\/[a-z]+\/petitions\//.test(page.path));
const page = (path: string) => pages.find((one) => one.path === path)!;
const OPEN = ['decide-within-the-term', 'open-network-in-town'];

describe('A supporter finds', () => {
  test('the open petitions first in every language’s list', () => {
    for (const lang of site.languages) {
      const order = findAll(page(`/${lang}/petitions/`), 'a').map(({ attributes }) => attributes['href']!).filter((href) => /\/petitions\/[^/]+\/$/.test(href));
      expect(order, lang).toEqual([...OPEN, 'finish-the-school-year'].map((slug) => `/${lang}/petitions/${slug}/`));
    }
  });

  test.each(site.languages.flatMap((lang) => OPEN.map((slug) => `/${lang}/petitions/${slug}/`)))('on %s a form for this petition, between the marks by which the server finds it', (path) => {
    const { html } = page(path);
    const [, lang, , slug] = path.split('/');
    expect([html.split(FORM_START).length, html.split(FORM_END).length]).toEqual([2, 2]);
    const form = html.slice(html.indexOf(FORM_START), html.indexOf(FORM_END));
    expect(form).toContain(`<form class="sign" method="post" action="/petitions/${slug}/sign"`);
    expect(form).toContain(`name="lang" value="${lang}"`);
  });

  test('instead of a form, on a petition that is over, what became of it', () => {
    for (const lang of site.languages) {
      const { html } = page(`/${lang}/petitions/finish-the-school-year/`);
      expect(html).not.toContain('<form');
      expect(html).toContain('class="since"');
      expect(html).toContain('id="answer"');
    }
  });

  test('after signing a page that no search engine lists', () => {
    const thanks = pages.filter(({ path }) => path.endsWith('/thanks/'));
    expect(thanks).toHaveLength(3 * site.languages.length);
    for (const { html } of thanks) expect(html).toContain('<meta name="robots" content="noindex">');
  });
});

describe('The count', () => {
  test('stands in the page and in a file that other sites may read', async () => {
    const answer = await fetch(`${address}/petitions/open-network-in-town/count.json`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=120, stale-if-error=300');
    const count = (await answer.json()) as Record<string, unknown>;
    expect(count).toEqual({ petition: 'open-network-in-town', count: 4967, online: 0, offline: 4967, milestone: 5000, asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) });
    expect(page('/en/petitions/open-network-in-town/').html).toMatch(/<strong>4,967<\/strong> signatures/);
  });
});

test('Those who take signatures know every petition, with the version that its pages show', async () => {
  const petitions = await readPetitionFacts(join(root, 'dist'));
  expect([...petitions.keys()].sort()).toEqual([...OPEN, 'finish-the-school-year'].sort());
  for (const [slug, facts] of petitions) {
    expect(Object.keys(facts.texts)).toEqual(site.languages);
    if (OPEN.includes(slug)) for (const lang of site.languages) expect(page(`/${lang}/petitions/${slug}/`).html).toContain(`name="version" value="${facts.texts[lang]!.version}"`);
  }
});

test('The policy of a petition page lets its form go to us and nowhere else, and browsers name where it comes from', async () => {
  const { headers } = await fetch(`${address}/nl/petitions/decide-within-the-term/`);
  expect(headers.get('content-security-policy')).toContain("form-action 'self';");
  // “no-referrer” would make browsers send forms from “null”, which no server can tell from an attack.
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('A petition is in the feeds whole, with its ask and its news', () => {
  const feed = readFileSync(join(client, 'en/petitions/feed.xml'), 'utf8');
  for (const words of ['Set up an open network at the library', 'Twelve volunteers stood in the town centre', 'The council asks the mayor and aldermen']) expect(feed).toContain(words);
});
