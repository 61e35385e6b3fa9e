import { dayIn, type Instant } from './instant.ts';
import { chooseLanguage } from './language.ts';
import { stateOf } from './petition.ts';
import { endOf, idOf, type Correction, type Event, type Kind, type Petition, type Story, type Version } from './story.ts';

/** Who we are, in one language; the texts that other pages borrow. */
export interface About {
  lang: string;
  file: string;
  title: string;
  summary: string;
  published: Instant;
  updated?: Instant | undefined;
  translation: Version['translation'];
  boilerplate: string;
  interest: string;
  method: string;
  html: string;
  text: string;
}

/** All that may be shown, ordered for reading. The one place that pages get stories from. */
export interface Newsroom {
  /** The moment that this edition shows; pages never ask a clock. */
  now: Instant;
  /** Newest first. */
  stories: Story[];
  languages: readonly string[];
  fallback: readonly string[];
  about: About[];
  /** Keys of the topics that have a story, the most used first. */
  topics: string[];
}

/** Gathers the versions of each story and puts the newest story first. */
export function openNewsroom(now: Instant, versions: readonly Version[], about: readonly About[], languages: readonly string[], fallback: readonly string[]): Newsroom {
  const groups = new Map<string, Version[]>();
  for (const version of versions) {
    const id = idOf(version);
    groups.set(id, [...(groups.get(id) ?? []), version]);
  }
  const stories = [...groups.values()].map((group): Story => {
    const inOrder = group.sort((a, b) => languages.indexOf(a.lang) - languages.indexOf(b.lang));
    const original = inOrder.find((version) => version.translation.origin === 'original') ?? inOrder[0]!;
    return { kind: original.kind, slug: original.slug, published: original.published, versions: inOrder, original };
  });
  stories.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : idOf(a).localeCompare(idOf(b), 'en')));
  return { now, stories, languages, fallback, about: [...about], topics: topicsOf(stories) };
}

/** The version a reader of `lang` gets: in that language, else in the first fallback language that has one. */
export function versionFor(newsroom: Newsroom, story: Story, lang: string): Version {
  const chosen = chooseLanguage(lang, story.versions.map((version) => version.lang), [...newsroom.fallback, story.original.lang]);
  return story.versions.find((version) => version.lang === chosen)!;
}

/** The version that a version was translated from; itself for an original. */
export function originalOf(newsroom: Newsroom, version: Version): Version {
  return newsroom.stories.find((story) => story.kind === version.kind && story.slug === version.slug)?.original ?? version;
}

/** Who we are, for a reader of `lang`; undefined while nothing was written. */
export function aboutFor(newsroom: Newsroom, lang: string): About | undefined {
  if (newsroom.about.length === 0) return undefined;
  const chosen = chooseLanguage(lang, newsroom.about.map((about) => about.lang), newsroom.fallback);
  return newsroom.about.find((about) => about.lang === chosen);
}

export function storiesOfKind(newsroom: Newsroom, kind: Kind): Story[] {
  return newsroom.stories.filter((story) => story.kind === kind);
}

export function storiesOnTopic(newsroom: Newsroom, topic: string): Story[] {
  return newsroom.stories.filter((story) => story.original.topics.includes(topic));
}

function topicsOf(stories: readonly Story[]): string[] {
  const counts = new Map<string, number>();
  for (const topic of stories.flatMap((story) => story.original.topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([topic]) => topic);
}

/** True once an event is over. */
export function isOver(event: Event, now: Instant): boolean {
  return endOf(event) < now;
}

/** Events still to come, the next one first; none that was taken back. */
export function comingEvents(newsroom: Newsroom): Story[] {
  return storiesOfKind(newsroom, 'event')
    .filter((story) => !story.original.withdrawn && !isOver(story.original as Event, newsroom.now))
    .sort((a, b) => ((a.original as Event).starts < (b.original as Event).starts ? -1 : 1));
}

/** Where a petition stands at the edition's moment, by the clock of `timeZone`. */
export function petitionState(newsroom: Newsroom, petition: Petition, timeZone: string) {
  // Whoever writes a draft sees it as it will be; its page says that nobody else can.
  return stateOf({ ...petition, draft: false }, dayIn(timeZone, newsroom.now));
}

/** Petitions that can be signed first, then the others, newest first among equals. */
export function petitionsInOrder(newsroom: Newsroom, timeZone: string): Story[] {
  const open = (story: Story) => !story.original.withdrawn && petitionState(newsroom, story.original as Petition, timeZone) === 'open';
  const all = storiesOfKind(newsroom, 'petition');
  return [...all.filter(open), ...all.filter((story) => !open(story))];
}

/** Petitions that can be signed. */
export function openPetitions(newsroom: Newsroom, timeZone: string): Story[] {
  return petitionsInOrder(newsroom, timeZone).filter((story) => !story.original.withdrawn && petitionState(newsroom, story.original as Petition, timeZone) === 'open');
}

/** Up to `most` other stories to read next: those with most topics in common, newest first among equals. */
export function relatedStories(newsroom: Newsroom, story: Story, most: number): Story[] {
  const topics = new Set(story.original.topics);
  const ranked: { story: Story; common: number }[] = [];
  for (const other of newsroom.stories) {
    if (other === story) continue;
    const common = other.original.topics.filter((topic) => topics.has(topic)).length;
    if (common > 0) ranked.push({ story: other, common });
    // Newest first: with enough close relatives at hand, older ones add nothing.
    if (ranked.length >= most * 8) break;
  }
  ranked.sort((a, b) => b.common - a.common);
  const chosen = ranked.slice(0, most).map(({ story }) => story);
  for (const other of newsroom.stories) {
    if (chosen.length >= most) break;
    if (other !== story && !chosen.includes(other)) chosen.push(other);
  }
  return chosen;
}

/** Every correction and every text taken back, newest first, in the reader's language where it exists. */
export function correctionsFor(newsroom: Newsroom, lang: string): { story: Story; version: Version; correction: Correction }[] {
  return newsroom.stories
    .flatMap((story) => {
      const version = versionFor(newsroom, story, lang);
      const corrections = version.withdrawn ? [...version.corrections, version.withdrawn] : version.corrections;
      return corrections.map((correction) => ({ story, version, correction }));
    })
    .sort((a, b) => (a.correction.at < b.correction.at ? 1 : -1));
}

/** Numbers of pages that a list of stories fills; at least one, so that an empty section has its page. */
export const PER_PAGE = 20;
export function pagesFor(count: number): number {
  return Math.max(1, Math.ceil(count / PER_PAGE));
}
