import type { Day } from './instant.ts';

/**
 * What is counted. Visibility: `views` (pages shown), `search-clicks`, `search-impressions`, `video-views`, `followers`,
 * `mentions`. Then `signatures`, `applications` (people who want to volunteer), `volunteers` (who did), `volunteer-hours`,
 * `gifts` (their number) and `gift-sum` (hundredths of the currency, refunds taken off on the gift's own day).
 */
export const METRICS = ['views', 'search-clicks', 'search-impressions', 'video-views', 'followers', 'mentions', 'signatures', 'applications', 'volunteers', 'volunteer-hours', 'gifts', 'gift-sum'] as const;
export type Metric = (typeof METRICS)[number];

/** Of these a period's figure is the last one known in it; of all others, the sum. */
export const STANDING: readonly Metric[] = ['followers', 'volunteers'];

/**
 * What a figure is about: `''` is everything of that source, and other kinds split it, each by itself, so that nothing is
 * ever added across kinds: `story:press/free-internet`, `lang:nl`, `campaign:free-internet`, `network:whatsapp`,
 * `money:EUR:once`, `money:EUR:monthly`.
 */
export type Entity = string;
export const ENTITY_KINDS = ['story', 'lang', 'campaign', 'network', 'money'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** A number for a day, of a source. A day without one is unknown; a day on which there was nothing has a figure of 0. */
export interface Figure {
  day: Day;
  source: string;
  metric: Metric;
  entity: Entity;
  /** A whole number, or a fraction for hours. */
  value: number;
}

/** What is said of a source that settings no longer name. */
export const NOT_ASKED = 'Not asked any more; its figures stay.';

/** Days from the first to the last, both included. */
export interface Stretch {
  from: Day;
  to: Day;
}
