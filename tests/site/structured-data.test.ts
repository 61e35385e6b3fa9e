import { describe, expect, inject, test } from 'vitest';
import { site } from '../../src/site.ts';
import { findAll, isStory, pagesOf, type BuiltPage } from './built-site.ts';

const { client } = inject('site');
const pages = pagesOf(client).filter((page) => !page.html.includes('http-equiv="refresh"'));
const ours = site.url.replace(/\/$/, '');
const stories = pages.filter((page) => isStory(page.path));
const own = stories.filter((page) => !page.html.includes('notice-fallback'));

function dataOf(page: BuiltPage): Record<string, unknown>[] {
  return findAll(page, 'script', { type: 'application/ld+json' }).map(({ text }) => JSON.parse(text));
}

const REQUIRED: Record<string, string[]> = {
  press: ['headline', 'description', 'datePublished', 'dateModified', 'author', 'publisher', 'inLanguage', 'url', 'mainEntityOfPage'],
  'fact-checks': ['claimReviewed', 'reviewRating', 'itemReviewed', 'author', 'publisher', 'datePublished', 'url', 'inLanguage'],
  petitions: ['headline', 'abstract', 'about', 'datePublished', 'author', 'publisher', 'inLanguage', 'url'],
  events: ['name', 'startDate', 'location', 'eventAttendanceMode', 'eventStatus', 'organizer', 'description', 'url', 'inLanguage'],
};
const TYPE: Record<string, string> = { press: 'NewsArticle', 'fact-checks': 'ClaimReview', petitions: 'Article', events: 'Event' };

describe('Search engines understand', () => {
  test.each(own.map((page) => ({ path: page.path, page })))('$path', ({ path, page }) => {
    const [, lang, section] = path.split('/');
    const data = dataOf(page);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ '@context': 'https://schema.org', '@type': TYPE[section!], url: ours + path, inLanguage: lang });
    for (const member of REQUIRED[section!]!) expect(data[0]![member], member).toBeTruthy();
    for (const address of addressesIn(data[0])) expect(URL.canParse(address), address).toBe(true);
  });

  test('a fact check’s verdict in words, with a number only where the verdict is a degree of truth', () => {
    const reviews = own.filter((page) => page.path.includes('/fact-checks/')).map((page) => ({ page, review: dataOf(page)[0] as { reviewRating: Record<string, unknown> } }));
    expect(reviews.length).toBeGreaterThan(10);
    for (const { page, review } of reviews) {
      expect(review.reviewRating['alternateName'], page.path).toBeTruthy();
      const verdict = /verdict-(untrue|misleading|missing-context|unproven|satire|mostly-true|correct|withdrawn)"/.exec(page.html)?.[1];
      const number = { untrue: 1, misleading: 2, 'missing-context': 3, 'mostly-true': 4, correct: 5 }[verdict ?? ''];
      expect(review.reviewRating['ratingValue'], page.path).toBe(number);
      if (number) expect(review.reviewRating).toMatchObject({ bestRating: 5, worstRating: 1 });
    }
  });

  test('nothing twice: a page that stands in for a translation says nothing of its own', () => {
    const standIns = stories.filter((page) => page.html.includes('notice-fallback'));
    expect(standIns.length).toBeGreaterThan(10);
    for (const page of standIns) expect(dataOf(page), page.path).toEqual([]);
  });

  test('who the organisation is, on its front page and on the page about it', () => {
    for (const lang of site.languages) {
      const front = dataOf(pages.find(({ path }) => path === `/${lang}/`)!)[0];
      expect(front).toMatchObject({ '@type': 'NGO', name: site.name, url: `${ours}/`, description: site.tagline[lang] });
      expect(dataOf(pages.find(({ path }) => path === `/${lang}/about/`)!)[0]).toMatchObject({ '@type': 'AboutPage', mainEntity: { '@type': 'NGO', '@id': front!['@id'] } });
    }
  });
});

function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}
