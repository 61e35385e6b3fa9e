import { monthsAfter, type Day, type Instant } from './instant.ts';
import { versionFor, type Newsroom } from './newsroom.ts';
import type { Organisation } from './organisation.ts';
import { milestoneFor, offlineCount, signingTimes, type PetitionCount, type PetitionTerms } from './petition.ts';
import type { Petition, Story } from './story.ts';

/** The text that a page of one language shows; `lang` is another one where the translation is missing. */
export interface PetitionText {
  lang: string;
  title: string;
  ask: string;
  target: string;
  /** What a signature given on that page is given to. */
  version: string;
}

/**
 * What signing needs to know of a public petition, so that it needs no Markdown and no Astro. The build writes these
 * down for every petition in `server/petitions.json`; `integrations/web/petition-facts.ts` reads them.
 */
export interface PetitionFacts {
  slug: string;
  /** By the language of the page, for every language of the site. */
  texts: Record<string, PetitionText>;
  terms: PetitionTerms;
  /** Signatures are taken from here … */
  opensAt: Instant;
  /** … until just before here. A petition that was delivered or taken back closes at that moment. */
  closesAt: Instant;
  /** From this day on, names and addresses are removed. */
  anonymisedOn: Day;
  /** Of the organisation, whose days count. */
  timeZone: string;
  /** Who keeps the signatures, and whom to write to about them. */
  organisation: string;
  mail: string;
}

/** The facts of a petition, as readers of every language of the site meet it. */
export function factsOf(newsroom: Newsroom, story: Story, organisation: Organisation): PetitionFacts {
  const { terms, withdrawn } = story.original as Petition;
  const texts = newsroom.languages.map((lang): [string, PetitionText] => {
    const version = versionFor(newsroom, story, lang) as Petition;
    return [lang, { lang: version.lang, title: version.title, ask: version.ask, target: version.terms.target, version: version.version }];
  });
  const { opensAt, closesAt } = signingTimes(terms, organisation.timeZone);
  const contact = organisation.contacts['petitions'] ?? organisation.contacts['press']!;
  return {
    slug: story.slug, texts: Object.fromEntries(texts), terms, opensAt,
    closesAt: withdrawn && withdrawn.at < closesAt ? withdrawn.at : closesAt,
    anonymisedOn: anonymisationDay(terms), timeZone: organisation.timeZone, organisation: organisation.name, mail: contact.email,
  };
}

/** Whether a petition takes signatures at that moment. */
export function takesSignatures({ opensAt, closesAt, terms }: Pick<PetitionFacts, 'opensAt' | 'closesAt' | 'terms'>, now: Instant): boolean {
  return !terms.paused && opensAt <= now && now < closesAt;
}

/** The day on which signatures of a petition lose their names: `retention` months after its last day. */
export function anonymisationDay({ closes, retention }: Pick<PetitionTerms, 'closes' | 'retention'>): Day {
  return monthsAfter(closes, retention);
}

/** A petition's count from the number of valid signatures in the ledger, read at `asOf`, and what was gathered on paper up to `today`. */
export function countOf(petition: Pick<Petition, 'slug' | 'terms'>, online: number, asOf: Instant, today: Day): PetitionCount {
  const offline = offlineCount(petition.terms, today);
  return { petition: petition.slug, online, offline, count: online + offline, asOf };
}

/** A count as `count.json` tells it to other sites; moments without fractions of a second. */
export function countJson({ petition, count, online, offline, asOf }: PetitionCount, { milestones }: Pick<PetitionTerms, 'milestones'>): string {
  return JSON.stringify({ petition, count, online, offline, milestone: milestoneFor(count, milestones), asOf: asOf.replace(/\.\d+Z$/, 'Z') });
}
