import fc from 'fast-check';
import { parseFragment } from 'parse5';
import type { ClaimReview, Event as EventLd, NewsArticle, NGO, WithContext } from 'schema-dts';
import { describe, expect, test } from 'vitest';
import { organisationLd, scriptSafe, storyLd, type Described } from '../../src/domain/json-ld.ts';
import { VERDICTS, type Version } from '../../src/domain/story.ts';
import { event, factCheck, organisation, picture, press } from '../specimens.ts';

const url = 'https://havenlicht.example';
const described = (version: Version, own: Partial<Described> = {}): Described => ({ version, organisation, url, ...own });
type Fields = Record<string, unknown>;
/** As published: what JSON drops is gone. */
const published = (data: object) => JSON.parse(scriptSafe(data)) as Fields;

describe('a press release', () => {
  const data = storyLd(described(press({ corrections: [{ at: '2026-11-02T09:00:00.000Z', text: 'Een getal.' }] }), { picture }));

  test('is a NewsArticle by the types of schema.org', () => {
    // The compiler checks this assignment against the published types.
    const article: WithContext<NewsArticle> = data as Extract<typeof data, { '@type': 'NewsArticle' }>;
    expect(article).toMatchObject({
      '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Gratis internet op vier plekken', inLanguage: 'nl', datePublished: '2026-11-01T09:00:00.000Z', dateModified: '2026-11-01T09:00:00.000Z',
      url: `${url}/nl/press/free-internet/`, mainEntityOfPage: `${url}/nl/press/free-internet/`, correction: ['Een getal.'], keywords: ['Internet'], author: { '@type': 'NGO', name: 'Havenlicht' },
    });
  });

  test('names its pictures by whole addresses', () => expect(published(data)['image']).toEqual([`${url}/media/street-stall.0123-card.jpg`, `${url}/media/street-stall.0123-960.jpg`]));
  test('without a picture has no empty one', () => expect(published(storyLd(described(press())))).not.toHaveProperty('image'));
});

describe('a fact check', () => {
  const check = (own: Parameters<typeof factCheck>[0] = {}) => storyLd(described(factCheck(own), { verdict: { label: 'Onwaar', explanation: 'Het bewijs toont het tegendeel.' } }));

  test('is a ClaimReview by the types of schema.org', () => {
    const data = check();
    const review: WithContext<ClaimReview> = data as Extract<typeof data, { '@type': 'ClaimReview' }>;
    expect(review).toMatchObject({
      '@type': 'ClaimReview', claimReviewed: 'Alle vluchtelingen komen uit één land', itemReviewed: { '@type': 'Claim', author: { name: 'Een inspreker' }, datePublished: '2026-09-21', firstAppearance: { url: 'https://archive.example/1' } },
      reviewRating: { '@type': 'Rating', alternateName: 'Onwaar', ratingExplanation: 'Mensen vluchtten uit veel landen.', ratingValue: 1, bestRating: 5, worstRating: 1 },
    });
  });

  test.each(VERDICTS.map((verdict) => [verdict, { untrue: 1, misleading: 2, 'missing-context': 3, 'mostly-true': 4, correct: 5 }[verdict as 'untrue']] as const))('“%s” has the rating %s', (verdict, rating) => {
    expect((published(check({ verdict }))['reviewRating'] as Fields)['ratingValue']).toBe(rating);
  });

  test('links to the archived copies of the claim, the first apart from the others', () => {
    const one = { url: 'https://a.example/', archived: 'https://archive.example/a' };
    const item = published(check({ claim: { ...factCheck().claim, appearances: [one, { ...one, archived: 'https://archive.example/b' }] } }))['itemReviewed'] as Fields;
    expect(item['firstAppearance']).toEqual({ '@type': 'CreativeWork', url: 'https://archive.example/a' });
    expect(item['appearance']).toEqual([{ '@type': 'CreativeWork', url: 'https://archive.example/b' }]);
  });

  test('of a claim without a known place on the web names none', () => {
    expect(published(check({ claim: { ...factCheck().claim, appearances: [] } }))['itemReviewed']).not.toHaveProperty('firstAppearance');
  });
});

describe('an event', () => {
  const meeting = (own: Parameters<typeof event>[0] = {}) => storyLd(described(event(own)));

  test('is an Event by the types of schema.org', () => {
    const data = meeting({ where: 'Bibliotheek', online: 'https://talk.example/1', ends: '2026-12-01T18:50:00.000Z', guests: [{ name: 'Hanneke Vos' }] });
    const described: WithContext<EventLd> = data as Extract<typeof data, { '@type': 'Event' }>;
    expect(described).toMatchObject({ '@type': 'Event', startDate: '2026-12-01T18:30:00.000Z', endDate: '2026-12-01T18:50:00.000Z', performer: [{ '@type': 'Person', name: 'Hanneke Vos' }], organizer: { name: 'Havenlicht' } });
  });

  test.each([
    [{ where: 'Bibliotheek', online: 'https://talk.example/1' }, 'Mixed', ['Place', 'VirtualLocation']],
    [{ online: 'https://talk.example/1' }, 'Online', ['VirtualLocation']],
    [{ where: 'Bibliotheek' }, 'Offline', ['Place']],
  ])('%j is attended %s', (own, mode, places) => {
    const data = published(meeting(own));
    expect(data['eventAttendanceMode']).toBe(`https://schema.org/${mode}EventAttendanceMode`);
    expect((data['location'] as Fields[]).map((place) => place['@type'])).toEqual(places);
  });
});

test('the organisation is an NGO by the types of schema.org, with the policies that readers can check', () => {
  const data: NGO = organisationLd(organisation, url, 'nl');
  expect(data).toMatchObject({ '@type': 'NGO', name: 'Havenlicht', description: 'Naast mensen.', sameAs: ['https://social.example/@havenlicht'], correctionsPolicy: `${url}/nl/corrections/` });
});

test('no text can end the script element that it stands in', () => {
  const text = fc.array(fc.constantFrom('</script>', '<!--', '<script', '\u2028', ']]>', '"', '\\', 'a', '<', '>')).map((parts) => parts.join(''));
  fc.assert(fc.property(text, (title) => {
    const safe = scriptSafe(storyLd(described(press({ title }))));
    const page = parseFragment(`<script type="application/ld+json">${safe}</script><p>after</p>`).childNodes as unknown as { nodeName: string; childNodes: { value: string }[] }[];
    expect(page.map(({ nodeName }) => nodeName)).toEqual(['script', 'p']);
    expect((JSON.parse(page[0]!.childNodes[0]!.value) as Fields)['headline']).toBe(title);
  }));
});
