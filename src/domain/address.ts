import { aboutFor, comingEvents, pagesFor, storiesOfKind, versionFor, type Newsroom } from './newsroom.ts';
import { isForMessengers } from './network.ts';
import { KINDS, SECTION_OF, type Event, type Kind, type Section, type Story } from './story.ts';

/** Sections besides the stories' own. */
export type Place = Section | 'about' | 'search' | 'corrections';

export const home = (lang: string) => `/${lang}/`;
export const placeAddress = (lang: string, place: Place) => `/${lang}/${place}/`;
export const topicAddress = (lang: string, topic: string) => `/${lang}/topics/${topic}/`;
export const storyAddress = (lang: string, story: { kind: Kind; slug: string }) => `/${lang}/${SECTION_OF[story.kind]}/${story.slug}/`;
export const pageAddress = (list: string, page: number) => (page === 1 ? list : `${list}page/${page}/`);
export const deskAddress = (lang: string, slug: string) => `/${lang}/press/${slug}/desk/`;
export const textAddress = (lang: string, slug: string) => `/${lang}/press/${slug}/${slug}.txt`;
export const zipAddress = (lang: string, slug: string) => `/${lang}/press/${slug}/${slug}-${lang}.zip`;
export const calendarAddress = (lang: string, slug: string) => `/${lang}/events/${slug}/${slug}.ics`;
export const watchAddress = (lang: string, slug: string) => `/${lang}/events/${slug}/watch/`;

export const thanksAddress = (lang: string, slug: string) => `/${lang}/petitions/${slug}/thanks/`;
export const countAddress = (slug: string) => `/petitions/${slug}/count.json`;
/** What is offered for passing a text on: a page, and beside it a text for messengers and everything in one file. */
export const kitAddress = (lang: string, story: { kind: Kind; slug: string }) => `${storyAddress(lang, story)}kit/`;
export const kitTextAddress = (lang: string, story: { kind: Kind; slug: string }) => `${kitAddress(lang, story)}${story.slug}-${lang}.txt`;
export const kitCaptionsAddress = (lang: string, story: { kind: Kind; slug: string }) => `${kitAddress(lang, story)}${story.slug}-${lang}-captions.txt`;
export const kitZipAddress = (lang: string, story: { kind: Kind; slug: string }) => `${kitAddress(lang, story)}${story.slug}-${lang}-kit.zip`;

export const FEED_FILES = ['feed.xml', 'atom.xml', 'feed.json'] as const;
export type FeedFile = (typeof FEED_FILES)[number];

/** The lists that have feeds: path below the language, without slashes at the ends. */
export function feedScopes(newsroom: Newsroom): string[] {
  return ['', ...KINDS.map((kind) => SECTION_OF[kind]), 'corrections', ...newsroom.topics.map((topic) => `topics/${topic}`)];
}

/** Address of a list, `''` being the front page's. */
export const scopeAddress = (lang: string, scope: string) => (scope === '' ? home(lang) : `/${lang}/${scope}/`);

/** A page that stays at its address for good. */
export interface Lasting {
  path: string;
  story?: Story;
}

/**
 * Every address that is promised to last: pages in a language that has them, and feeds. Pages that only stand in
 * for a missing translation, numbered lists and files that follow a page are not promised by themselves.
 */
export function lastingAddresses(newsroom: Newsroom): Lasting[] {
  return newsroom.languages.flatMap((lang) => [
    { path: home(lang) },
    ...KINDS.map((kind) => ({ path: placeAddress(lang, SECTION_OF[kind]) })),
    ...(['search', 'corrections'] as const).map((place) => ({ path: placeAddress(lang, place) })),
    ...(aboutFor(newsroom, lang)?.lang === lang ? [{ path: placeAddress(lang, 'about') }] : []),
    ...newsroom.topics.map((topic) => ({ path: topicAddress(lang, topic) })),
    ...newsroom.stories.filter((story) => versionFor(newsroom, story, lang).lang === lang).map((story) => ({ path: storyAddress(lang, story), story })),
    ...feedScopes(newsroom).flatMap((scope) => FEED_FILES.map((file) => ({ path: scopeAddress(lang, scope) + file }))),
  ]);
}

/** Every address that a text may link to. */
export function linkableAddresses(newsroom: Newsroom): Set<string> {
  const addresses = new Set(lastingAddresses(newsroom).map(({ path }) => path));
  for (const lang of newsroom.languages) {
    addresses.add(placeAddress(lang, 'about'));
    for (const story of newsroom.stories) {
      addresses.add(storyAddress(lang, story));
      filesOf(newsroom, story, lang).forEach((address) => addresses.add(address));
    }
    for (const kind of KINDS) {
      // Events to come stand before the list, on its first page only.
      const listed = storiesOfKind(newsroom, kind).length - (kind === 'event' ? comingEvents(newsroom).length : 0);
      for (let page = 2; page <= pagesFor(listed); page++) addresses.add(pageAddress(placeAddress(lang, SECTION_OF[kind]), page));
    }
  }
  return addresses.add('/');
}

/** Pages and files that follow a story's page in a language; a text that was taken back offers none. */
function filesOf(newsroom: Newsroom, story: Story, lang: string): string[] {
  const version = versionFor(newsroom, story, lang);
  const own = version.lang === lang && !version.withdrawn;
  const kit = own ? [kitAddress, ...(isForMessengers(version) ? [kitTextAddress] : []), kitCaptionsAddress, kitZipAddress].map((address) => address(lang, story)) : [];
  const recording = (version.kind === 'event' && (story.original as Event).recording) || undefined;
  const desk = version.kind === 'press' && !version.withdrawn ? [deskAddress] : [];
  const press = version.kind === 'press' && own ? [textAddress, zipAddress] : [];
  const petition = version.kind === 'petition' && !version.withdrawn ? [thanksAddress, (_: string, slug: string) => countAddress(slug)] : [];
  const event = [...(version.kind === 'event' && own ? [calendarAddress] : []), ...(recording ? [watchAddress] : [])];
  return [...kit, ...[...desk, ...press, ...petition, ...event].map((address) => address(lang, story.slug))];
}
