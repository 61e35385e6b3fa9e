import { dayIn } from './instant.ts';
import { versionFor, type Newsroom } from './newsroom.ts';
import type { Publication } from './publication.ts';
import { SECTION_OF, type Event, type Kind, type Petition } from './story.ts';

/** A public story on the day that counts for it, for marking it where figures are shown. */
export interface PublishedStory extends Publication {
  kind: Kind;
  slug: string;
  /** By language of the site; where a translation is missing, that of the text which stands in. */
  titles: Record<string, string>;
}

/** Every public story with the day that counts for it: an event's is the day it begins, a petition's the one it opens. Oldest first. */
export function publishedStories(newsroom: Newsroom, timeZone: string): PublishedStory[] {
  return newsroom.stories
    .map((story): PublishedStory => {
      const { original, kind, slug } = story;
      const day = kind === 'event' ? dayIn(timeZone, (original as Event).starts) : kind === 'petition' ? (original as Petition).terms.opens : dayIn(timeZone, original.published);
      const titles = newsroom.languages.map((lang) => [lang, versionFor(newsroom, story, lang).title]);
      return { day, kind, slug, entity: `story:${SECTION_OF[kind]}/${slug}`, titles: Object.fromEntries(titles) };
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.slug < other.slug ? -1 : 1));
}
