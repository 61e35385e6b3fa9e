import { HtmlValidate } from 'html-validate';
import sharp from 'sharp';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { find, findAll, pagesOf, type BuiltPage } from './built-site.ts';
import { directionOf } from '../../src/domain/language.ts';
import { site } from '../../src/site.ts';

const { client } = inject('site');
const all = pagesOf(client);
/** Pages that people see; those at old addresses only lead on. */
const pages = all.filter((page) => !page.html.includes('http-equiv="refresh"'));

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Style, not validity: HTML allows blanks at the ends of lines.
    'no-trailing-whitespace': 'off',
    // Style: the compact form is the same to every browser.
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // For search results, where long titles are cut; newsrooms need whole sentences.
    'long-title': 'off',
    // Spaces in numbers instead of hard ones; every telephone number is a link already.
    'tel-non-breaking': 'off',
    // Our own scripts come from our own host, by a name that holds their hash.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

describe('Every page', () => {
  test('is valid HTML', async () => {
    const faults: string[] = [];
    for (const page of all) {
      const report = await validator.validateString(page.html, page.path);
      for (const message of report.results.flatMap((result) => result.messages)) faults.push(`${page.path}: ${message.ruleId}: ${message.message} (line ${message.line})`);
    }
    expect(faults).toEqual([]);
  });

  test('has one heading of the first level, with words in it', () => {
    for (const page of all) {
      const [first, ...others] = findAll(page, 'h1');
      expect(first?.text.trim(), page.path).toBeTruthy();
      expect(others, page.path).toEqual([]);
    }
  });

  test('says its language and its direction', () => {
    for (const page of all) {
      const { lang, dir } = find(page, 'html')!.attributes;
      expect(lang, page.path).toBe(page.path.split('/').find((step) => site.languages.includes(step)) ?? site.languages[0]);
      expect(dir, page.path).toBe(directionOf(lang!));
    }
  });

  test('has a title and a description', () => {
    for (const page of pages) {
      expect(find(page, 'title')?.text.trim(), page.path).toBeTruthy();
      expect(find(page, 'meta', { name: 'description' })?.attributes['content']?.trim(), page.path).toBeTruthy();
    }
  });

  test('names one address for search engines, which exists', () => {
    const paths = new Set(all.map(({ path }) => path));
    for (const page of all) {
      const canonical = findAll(page, 'link', { rel: 'canonical' });
      expect(canonical, page.path).toHaveLength(1);
      const address = new URL(canonical[0]!.attributes['href']!);
      expect(address.origin, page.path).toBe(site.url.replace(/\/$/, ''));
      // The page for addresses that do not exist has no address of its own.
      if (!page.path.includes('404')) expect(paths, page.path).toContain(address.pathname);
    }
  });

  test('has a picture for link previews that exists, 1200 by 630, with words for it', async () => {
    const sizes = new Map<string, string>();
    for (const page of pages) {
      const image = new URL(property(page, 'og:image'));
      expect(image.origin, page.path).toBe(site.url.replace(/\/$/, ''));
      expect(property(page, 'og:image:alt').trim(), page.path).not.toBe('');
      expect(property(page, 'og:title').trim(), page.path).not.toBe('');
      expect(property(page, 'og:description').trim(), page.path).not.toBe('');
      if (!sizes.has(image.pathname)) {
        const { width, height, format } = await sharp(join(client, image.pathname)).metadata();
        sizes.set(image.pathname, `${width}×${height} ${format}`);
      }
    }
    for (const [image, size] of sizes) expect(size, image).toMatch(/^1200×630 (jpeg|png)$/);
    // Otherwise only the organisation's own card would have been looked at.
    expect(sizes.size).toBeGreaterThan(3);
  });
});

describe('Versions of a page in other languages', () => {
  const alternates = new Map(pages.map((page) => [page.path, new Map(page.elements.filter(({ name, attributes }) => name === 'link' && attributes['hreflang']).map(({ attributes }) => [attributes['hreflang']!, new URL(attributes['href']!).pathname]))]));

  test('name each other, all in the same way', () => {
    let compared = 0;
    for (const [path, versions] of alternates) {
      for (const [lang, target] of versions) {
        if (lang === 'x-default') continue;
        expect(Object.fromEntries(alternates.get(target) ?? []), `${path} names ${target}`).toEqual(Object.fromEntries(versions));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('say which one is for everybody else', () => {
    for (const [path, versions] of alternates) {
      if (versions.size === 0) continue;
      expect([...versions].filter(([lang]) => lang !== 'x-default').map(([, target]) => target), path).toContain(versions.get('x-default'));
    }
  });

  test('hold the page itself, when search engines may show it', () => {
    for (const page of pages) {
      if (find(page, 'meta', { name: 'robots' })?.attributes['content'] === 'noindex') continue;
      const own = new URL(find(page, 'link', { rel: 'canonical' })!.attributes['href']!).pathname;
      expect([...alternates.get(page.path)!.values()], page.path).toContain(own);
    }
  });
});

function property(page: BuiltPage, name: string): string {
  return find(page, 'meta', { property: name })?.attributes['content'] ?? '';
}
