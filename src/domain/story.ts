import type { Day, Instant } from './instant.ts';
import type { PetitionAnswer, PetitionTerms, PetitionUpdate } from './petition.ts';
import type { StoryFigure } from './story-figure.ts';
import type { Translation } from './translation.ts';

/** The kinds of story; the words that `npm run new` and error sentences use. */
export const KINDS = ['press', 'fact-check', 'petition', 'event'] as const;
export type Kind = (typeof KINDS)[number];

/** Folder of `content/` and segment of the address. */
export const SECTION_OF = { press: 'press', 'fact-check': 'fact-checks', petition: 'petitions', event: 'events' } as const satisfies Record<Kind, string>;
export type Section = (typeof SECTION_OF)[Kind];

/** The section's kind, or undefined for a word that is none. */
export function kindOf(section: string): Kind | undefined {
  return KINDS.find((kind) => SECTION_OF[kind] === section);
}

export interface Correction {
  at: Instant;
  text: string;
}

/** Permission of a person quoted or shown: a reference into the organisation's own records, never a name. */
export interface Consent {
  reference: string;
  expires?: Day | undefined;
  withdrawn?: Day | undefined;
}

/** What every story has, in one language. */
interface VersionBase {
  slug: string;
  lang: string;
  /** Path below the project, for error sentences: `content/press/x/index.nl.md`. */
  file: string;
  title: string;
  summary: string;
  published: Instant;
  embargo?: Instant | undefined;
  updated?: Instant | undefined;
  corrections: Correction[];
  topics: string[];
  /** File name in `content/media`. */
  image?: string | undefined;
  translation: Translation;
  channels?: string[] | undefined;
  draft: boolean;
  /** Taken back: the address stays, with this explanation instead of the text. */
  withdrawn?: Correction | undefined;
  /** The sanitised body. */
  html: string;
  /** The body as plain text, for messengers, journalists and search. */
  text: string;
}

export interface Quote {
  text: string;
  by: string;
  role: string;
  /** `public-role`: said on behalf of an organisation. */
  consent: Consent | 'public-role';
}

export interface PressRelease extends VersionBase {
  kind: 'press';
  place: string;
  /** Keys of the site's contacts. */
  contacts: string[];
  quotes: Quote[];
  /** Notes to editors, sanitised HTML. */
  notes: string[];
  /** File names in `content/media` offered to journalists. */
  media: string[];
  figure?: StoryFigure | undefined;
}

export interface Appearance {
  url: string;
  archived: string;
}

export interface Claim {
  text: string;
  by: string;
  date: Day;
  place: string;
  appearances: Appearance[];
}

export const VERDICTS = ['untrue', 'misleading', 'missing-context', 'unproven', 'satire', 'mostly-true', 'correct', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Evidence {
  title: string;
  publisher: string;
  url: string;
  archived: string;
  accessed: Day;
}

export interface FactCheck extends VersionBase {
  kind: 'fact-check';
  claim: Claim;
  verdict: Verdict;
  /** The fact in one sentence. */
  finding: string;
  evidence: Evidence[];
  figure?: StoryFigure | undefined;
}

export interface Petition extends VersionBase {
  kind: 'petition';
  /** What is asked of the target, in one or two sentences; this is what people sign. */
  ask: string;
  /** Newest first. */
  updates: PetitionUpdate[];
  answer?: PetitionAnswer | undefined;
  terms: PetitionTerms;
  /** First eight hex digits of a hash of the ask and the text in this language: what a signature was given to. */
  version: string;
}

export interface Guest {
  name: string;
  role?: string | undefined;
}

export interface Recording {
  url: string;
  minutes?: number | undefined;
}

export interface Event extends VersionBase {
  kind: 'event';
  starts: Instant;
  ends?: Instant | undefined;
  series?: string | undefined;
  where?: string | undefined;
  online?: string | undefined;
  guests: Guest[];
  recording?: Recording | undefined;
}

/** A story in one language. */
export type Version = PressRelease | FactCheck | Petition | Event;

/** A story: its versions, all public, in the order of the site's languages. */
export interface Story {
  kind: Kind;
  slug: string;
  /** Moment of publication, the same in every language. */
  published: Instant;
  versions: Version[];
  /** The version that was written first. */
  original: Version;
}

/** A name for a story that does not depend on the language: `press/free-internet`. */
export function idOf(story: { kind: Kind; slug: string }): string {
  return `${SECTION_OF[story.kind]}/${story.slug}`;
}

/** The one decision about what the public may see; everything that leaves the newsroom asks here, once, on reading. */
export function isPublic(version: { draft: boolean; published: Instant; embargo?: Instant | undefined }, now: Instant): boolean {
  return !version.draft && version.published <= now && (version.embargo === undefined || version.embargo <= now);
}

/** The next moment after `now` at which the answer of `isPublic` changes, if it ever does by itself. */
export function nextChange(version: { draft: boolean; published: Instant; embargo?: Instant | undefined }, now: Instant): Instant | undefined {
  if (version.draft) return undefined;
  const opens = version.embargo !== undefined && version.embargo > version.published ? version.embargo : version.published;
  return opens > now ? opens : undefined;
}

/** True while a consent holds on that day; one without an end holds until it is withdrawn. */
export function consentHolds(consent: Consent, today: Day): boolean {
  return (consent.withdrawn === undefined || consent.withdrawn > today) && (consent.expires === undefined || consent.expires >= today);
}

/** When an event is over: at its end, an hour after its start where none is given. */
export function endOf(event: Pick<Event, 'starts' | 'ends'>): Instant {
  return event.ends ?? new Date(Date.parse(event.starts) + 36e5).toISOString();
}
