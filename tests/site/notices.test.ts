import { describe, expect, inject, test } from 'vitest';
import { directionOf, languageName } from '../../src/domain/language.ts';
import { site } from '../../src/site.ts';
import { fill, wordsIn } from '../../src/text/text.ts';
import { find, findAll, isStory, pagesOf, type BuiltPage } from './built-site.ts';

const { client } = inject('site');
const pages = pagesOf(client).filter((page) => !page.html.includes('http-equiv="refresh"'));
const at = (path: string) => pages.find((page) => page.path === path)!;
const langOf = (page: BuiltPage) => find(page, 'html')!.attributes['lang']!;
const noticesOf = (page: BuiltPage) => page.elements.filter(({ attributes }) => /\bnotice\b/.test(attributes['class'] ?? '')).map(({ text }) => text);
const fallbacks = pages.filter((page) => isStory(page.path) && page.html.includes('notice-fallback'));

describe('A story that a language lacks', () => {
  test('has a page in every language', () => {
    const stories = new Set(pages.filter((page) => isStory(page.path)).map(({ path }) => path.replace(/^\/[a-z]+/, '')));
    for (const story of stories) for (const lang of site.languages) expect(at(`/${lang}${story}`), `/${lang}${story}`).toBeDefined();
    for (const lang of ['tr', 'ar', 'uk']) expect(fallbacks.filter((page) => langOf(page) === lang).length, lang).toBeGreaterThan(3);
  });

  test('says so in the reader’s language, and leads to the text’s own page', () => {
    for (const page of fallbacks) {
      const lang = langOf(page);
      const own = new URL(find(page, 'link', { rel: 'canonical' })!.attributes['href']!).pathname;
      const other = own.split('/')[1]!;
      expect(other, page.path).not.toBe(lang);
      expect(noticesOf(page)[0], page.path).toContain(fill(wordsIn(lang).fallback.notice, { language: languageName(lang, lang), other: languageName(other, lang) }));
      expect(findAll(page, 'a', { href: own, hreflang: other }).length, page.path).toBeGreaterThan(0);
    }
  });

  test('marks the foreign words with their language and direction, and leaves the frame in the reader’s', () => {
    for (const page of fallbacks) {
      const other = new URL(find(page, 'link', { rel: 'canonical' })!.attributes['href']!).pathname.split('/')[1]!;
      expect(find(page, 'h1')!.attributes, page.path).toMatchObject({ lang: other, dir: directionOf(other) });
      for (const text of page.elements.filter(({ name, attributes }) => name === 'div' && attributes['class'] === 'prose')) expect(text.attributes, page.path).toMatchObject({ lang: other, dir: directionOf(other) });
      expect(find(page, 'html')!.attributes, page.path).toMatchObject({ lang: langOf(page), dir: directionOf(langOf(page)) });
    }
  });

  test('is kept out of search engines, which get the text’s own page', () => {
    for (const page of fallbacks) expect(find(page, 'meta', { name: 'robots' })?.attributes['content'], page.path).toBe('noindex');
    expect(fallbacks.length).toBeGreaterThan(20);
  });
});

describe('A translation', () => {
  test.each([['tr', true], ['ar', true], ['en', false], ['nl', false]])('in %s says that the original changed since: %s', (lang, changed) => {
    const sentence = wordsIn(lang).translation.outdated.split('{date}')[0]!;
    const notices = noticesOf(at(`/${lang}/press/free-internet-outside-the-centre/`));
    expect(notices.some((notice) => notice.includes(sentence.trim()))).toBe(changed);
  });

  test('by a machine says so in its own language', () => {
    for (const lang of ['tr', 'ar', 'uk']) {
      const own = pages.filter((page) => isStory(page.path) && langOf(page) === lang && !page.html.includes('notice-fallback') && !page.path.includes('izmir'));
      const sentence = fill(wordsIn(lang).translation.machine, { language: languageName('nl', lang) });
      const fromEnglish = fill(wordsIn(lang).translation.machine, { language: languageName('en', lang) });
      expect(own.length, lang).toBeGreaterThan(3);
      for (const page of own) expect(noticesOf(page).some((notice) => notice.includes(sentence) || notice.includes(fromEnglish)), page.path).toBe(true);
    }
  });
});

describe('A reader', () => {
  test('learns that a text is old, from twelve months on', () => {
    const old = (path: string) => noticesOf(at(path)).some((notice) => /meer dan \d+ maanden|ouder|oud/.test(notice));
    expect(old('/nl/press/working-from-day-one/')).toBe(true);
    expect(old('/nl/press/family-reunification-within-the-term/')).toBe(false);
  });

  test('sees on every page that this organisation is invented', () => {
    for (const page of pages) {
      const sentence = fill(wordsIn(langOf(page)).site.sample, { name: site.name });
      expect(page.elements.filter(({ attributes, text }) => attributes['class'] === 'sample' && text === sentence), page.path).toHaveLength(1);
    }
  });

  test('finds every correction of a story on its page', () => {
    const page = at('/nl/fact-checks/refugees-in-the-netherlands-and-turkiye/');
    expect(page.elements.filter(({ attributes }) => attributes['id'] === 'corrections')).toHaveLength(1);
    expect(page.elements.filter(({ attributes }) => /^correction-\d+$/.test(attributes['id'] ?? '')).length).toBeGreaterThan(0);
  });
});
