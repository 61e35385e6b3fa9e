import type { Day } from './instant.ts';

/** An entry in a feed about us: what a newspaper, a station or a blog published. */
export interface Mention {
  /** Hash of what names it in its feed, hex. */
  key: string;
  day: Day;
  title: string;
  /** `https:` or `http:`. */
  url: string;
  /** Who published it, as the feed says or by its address: `trouw.nl`. */
  outlet: string;
}
