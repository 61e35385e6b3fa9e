import { monthsAfter, type Day, type Instant } from './instant.ts';
import type { PetitionTerms } from './petition.ts';

/** The text that a page of one language shows; `lang` is another one where the translation is missing. */
export interface PetitionText {
  lang: string;
  title: string;
  ask: string;
  /** What a signature given on that page is given to. */
  version: string;
}

/**
 * What signing needs to know of a public petition, so that it needs no Markdown and no Astro: the build writes these
 * down for every petition, see `integrations/publish/petition-facts.ts`.
 */
export interface PetitionFacts {
  slug: string;
  /** By the language of the page, for every language of the site. */
  texts: Record<string, PetitionText>;
  terms: PetitionTerms;
  /** Signatures are taken from here … */
  opensAt: Instant;
  /** … until just before here. A petition that was taken back closes at that moment. */
  closesAt: Instant;
  /** When names and addresses are removed, `retention` months after closing. */
  anonymisedOn: Day;
  /** Who keeps the signatures, and whom to write to about them. */
  organisation: string;
  mail: string;
}

/** Whether a petition takes signatures at that moment. */
export function takesSignatures({ opensAt, closesAt, terms }: Pick<PetitionFacts, 'opensAt' | 'closesAt' | 'terms'>, now: Instant): boolean {
  return !terms.paused && opensAt <= now && now < closesAt;
}

/** The day on which signatures of a petition lose their names: `retention` months after its last day. */
export function anonymisationDay({ closes, retention }: Pick<PetitionTerms, 'closes' | 'retention'>): Day {
  return monthsAfter(closes, retention);
}
