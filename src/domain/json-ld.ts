import { placeAddress, storyAddress } from './address.ts';
import { RATING } from './claim.ts';
import type { Organisation } from './organisation.ts';
import type { Picture } from './picture.ts';
import type { Event, FactCheck, Petition, Version } from './story.ts';

/** What structured data is made from; `url` is the public root without a slash at the end. */
export interface Described {
  version: Version;
  organisation: Organisation;
  url: string;
  /** The version's picture, if pages show it. */
  picture?: Picture | undefined;
  /** Words for a verdict, in the version's language. */
  verdict?: { label: string; explanation: string } | undefined;
}

/** The organisation as schema.org `NGO`, with the policies that readers can check. */
export function organisationLd(organisation: Organisation, url: string, lang: string) {
  const press = organisation.contacts['press']!;
  const about = url + placeAddress(lang, 'about');
  return {
    '@type': 'NGO',
    '@id': `${url}/#organisation`,
    name: organisation.name,
    url: `${url}/`,
    logo: `${url}/logo.svg`,
    description: organisation.tagline[lang],
    ...(organisation.profiles.length > 0 && { sameAs: organisation.profiles }),
    contactPoint: { '@type': 'ContactPoint', contactType: 'press', email: press.email, ...(press.phone && { telephone: press.phone }), availableLanguage: organisation.languages },
    correctionsPolicy: url + placeAddress(lang, 'corrections'),
    verificationFactCheckingPolicy: about,
    ownershipFundingInfo: about,
    publishingPrinciples: about,
  } as const;
}

const reference = (url: string) => ({ '@type': 'NGO', '@id': `${url}/#organisation` }) as const;

/** The structured data of a story: NewsArticle, ClaimReview, Event, and an Article for a petition, for which schema.org has no word. */
export function storyLd(described: Described) {
  switch (described.version.kind) {
    case 'press':
      return newsArticle(described);
    case 'petition':
      return petition(described, described.version);
    case 'fact-check':
      return claimReview(described, described.version);
    case 'event':
      return event(described, described.version);
  }
}

function shared({ version, organisation, url, picture }: Described) {
  return {
    '@id': `${url}${storyAddress(version.lang, version)}#story`,
    url: url + storyAddress(version.lang, version),
    inLanguage: version.lang,
    ...(picture && { image: [url + picture.card.src, url + picture.jpeg.src] }),
    publisher: { ...reference(url), name: organisation.name, url: `${url}/` },
  } as const;
}

function newsArticle(described: Described) {
  const { version, organisation, url } = described;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...shared(described),
    headline: version.title,
    description: version.summary,
    datePublished: version.published,
    dateModified: version.updated ?? version.published,
    author: { ...reference(url), name: organisation.name, url: `${url}/` },
    mainEntityOfPage: url + storyAddress(version.lang, version),
    ...(version.corrections.length > 0 && { correction: version.corrections.map(({ text }) => text) }),
    ...(version.topics.length > 0 && { keywords: version.topics.map((topic) => organisation.topics[topic]?.[version.lang] ?? topic) }),
    isAccessibleForFree: true,
  } as const;
}

/** One ClaimReview per page, as readers of this data expect; verdicts off the scale have no number. */
function claimReview(described: Described, check: FactCheck) {
  const { organisation, url, verdict } = described;
  const [first, ...others] = check.claim.appearances;
  const work = (address: string) => ({ '@type': 'CreativeWork', url: address }) as const;
  const rating = RATING[check.verdict];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...shared(described),
    name: check.title,
    claimReviewed: check.claim.text,
    datePublished: check.published,
    dateModified: check.updated ?? check.published,
    author: { ...reference(url), name: organisation.name, url: `${url}/` },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Organization', name: check.claim.by },
      datePublished: check.claim.date,
      ...(first && { firstAppearance: work(first.archived) }),
      ...(others.length > 0 && { appearance: others.map(({ archived }) => work(archived)) }),
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: verdict?.label ?? check.verdict,
      ratingExplanation: check.finding,
      ...(rating && { ratingValue: rating, bestRating: 5, worstRating: 1 }),
    },
    ...(check.corrections.length > 0 && { correction: check.corrections.map(({ text }) => text) }),
  } as const;
}

function petition(described: Described, { ask, terms, ...version }: Petition) {
  const { organisation, url } = described;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    ...shared(described),
    genre: 'Petition',
    headline: version.title,
    description: version.summary,
    abstract: ask,
    datePublished: version.published,
    dateModified: version.updated ?? version.published,
    author: { ...reference(url), name: organisation.name, url: `${url}/` },
    about: terms.target,
    ...(version.corrections.length > 0 && { correction: version.corrections.map(({ text }) => text) }),
    isAccessibleForFree: true,
  } as const;
}

function event(described: Described, meeting: Event) {
  const { organisation, url } = described;
  const { publisher, ...common } = shared(described);
  const place = meeting.where && ({ '@type': 'Place', name: meeting.where, address: meeting.where } as const);
  const online = meeting.online && ({ '@type': 'VirtualLocation', url: meeting.online } as const);
  const mode = place && online ? 'Mixed' : online ? 'Online' : 'Offline';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    ...common,
    name: meeting.title,
    description: meeting.summary,
    startDate: meeting.starts,
    ...(meeting.ends && { endDate: meeting.ends }),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [place, online].filter((one) => one !== undefined && one !== ''),
    organizer: { ...reference(url), name: organisation.name, url: `${url}/` },
    isAccessibleForFree: true,
    ...(meeting.guests.length > 0 && { performer: meeting.guests.map(({ name }) => ({ '@type': 'Person', name }) as const) }),
    ...(meeting.recording && { recordedIn: { '@type': 'VideoObject', name: meeting.title, url: meeting.recording.url, uploadDate: meeting.ends ?? meeting.starts, thumbnailUrl: `${url}/social-card.png`, description: meeting.summary } as const }),
  } as const;
}

/** JSON that can stand inside a `<script>` element: no text can end it early. */
export function scriptSafe(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
