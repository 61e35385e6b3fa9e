import { describe, expect, test } from 'vitest';
import { aboutFor, comingEvents, correctionsFor, isOver, pagesFor, relatedStories, storiesOfKind, storiesOnTopic, versionFor } from '../../src/domain/newsroom.ts';
import { about, event, factCheck, newsroom, NOW, press } from '../specimens.ts';

const at = (day: string) => `2026-${day}T09:00:00.000Z`;

describe('stories', () => {
  test('come newest first; of two at the same moment, by name', () => {
    const room = newsroom([press({ slug: 'old', published: at('01-01') }), press({ slug: 'b' }), press({ slug: 'new', published: at('11-20') }), press({ slug: 'a' })]);
    expect(room.stories.map(({ slug }) => slug)).toEqual(['new', 'a', 'b', 'old']);
  });

  test('gather their languages in the order of the site, whichever file was read first', () => {
    const room = newsroom([press({ lang: 'ar', translation: { origin: 'machine' } }), press({ lang: 'nl', translation: { origin: 'human' } }), press({ lang: 'en' })]);
    expect(room.stories).toHaveLength(1);
    expect(room.stories[0]!.versions.map(({ lang }) => lang)).toEqual(['nl', 'en', 'ar']);
    expect(room.stories[0]!.original.lang).toBe('en');
  });

  test('of different kinds may have the same short name', () => {
    const room = newsroom([press({ slug: 'x' }), event({ slug: 'x' }), factCheck({ slug: 'x' })]);
    expect(room.stories.map(({ kind }) => kind).sort()).toEqual(['event', 'fact-check', 'press']);
    expect(storiesOfKind(room, 'event')).toHaveLength(1);
  });
});

describe('a reader of a language without a version', () => {
  test('gets the first fallback language that has one', () => {
    const room = newsroom([press({ lang: 'nl' }), press({ lang: 'en', translation: { origin: 'human' } })]);
    expect(versionFor(room, room.stories[0]!, 'ar').lang).toBe('en');
    expect(versionFor(room, room.stories[0]!, 'nl').lang).toBe('nl');
  });

  test('gets the original when no fallback language has one', () => {
    const room = newsroom([press({ lang: 'tr' }), press({ lang: 'ar', translation: { origin: 'machine' } })]);
    expect(versionFor(room, room.stories[0]!, 'nl').lang).toBe('tr');
  });

  test('learns who we are in a fallback language, or nothing while nothing is written', () => {
    expect(aboutFor(newsroom([], [about('nl'), about('en')]), 'ar')?.lang).toBe('en');
    expect(aboutFor(newsroom([], []), 'ar')).toBeUndefined();
  });
});

describe('topics', () => {
  const room = newsroom([press({ slug: 'a', topics: ['facts', 'internet'] }), press({ slug: 'b', topics: ['internet'] }), press({ slug: 'c', topics: [] })]);
  test('are listed by number of stories', () => expect(room.topics).toEqual(['internet', 'facts']));
  test('lead to their stories', () => expect(storiesOnTopic(room, 'internet').map(({ slug }) => slug)).toEqual(['a', 'b']));
});

describe('what to read next', () => {
  const room = newsroom([
    press({ slug: 'one', topics: ['internet', 'facts'], published: at('06-01') }),
    press({ slug: 'both', topics: ['internet', 'facts'], published: at('01-01') }),
    press({ slug: 'internet', topics: ['internet'], published: at('05-01') }),
    press({ slug: 'newest', topics: [], published: at('11-01') }),
    press({ slug: 'oldest', topics: [], published: at('01-01') }),
  ]);
  const one = room.stories.find(({ slug }) => slug === 'one')!;
  const slugs = (most: number) => relatedStories(room, one, most).map(({ slug }) => slug);
  test('has most topics in common first, then the newest', () => expect(slugs(3)).toEqual(['both', 'internet', 'newest']));
  test('is never more than asked for', () => expect(slugs(1)).toEqual(['both']));
  test('is never the story itself, nor one twice', () => expect(slugs(9)).toEqual(['both', 'internet', 'newest', 'oldest']));
  test('is nothing in a newsroom of one story', () => {
    const alone = newsroom([press()]);
    expect(relatedStories(alone, alone.stories[0]!, 3)).toEqual([]);
  });
});

describe('corrections', () => {
  test('come newest first over all stories, in the reader’s language where it exists', () => {
    const room = newsroom([
      press({ slug: 'a', corrections: [{ at: at('02-01'), text: 'a vroeg' }, { at: at('04-01'), text: 'a laat' }] }),
      factCheck({ slug: 'b', corrections: [{ at: at('03-01'), text: 'b' }] }),
      factCheck({ slug: 'b', lang: 'en', translation: { origin: 'human' }, corrections: [{ at: at('03-01'), text: 'b in English' }] }),
    ]);
    expect(correctionsFor(room, 'nl').map(({ correction }) => correction.text)).toEqual(['a laat', 'b', 'a vroeg']);
    expect(correctionsFor(room, 'tr').map(({ correction, version }) => `${version.lang} ${correction.text}`)).toEqual(['nl a laat', 'en b in English', 'nl a vroeg']);
  });
});

test('a text that was taken back stands among the corrections, with its reason', () => {
  const room = newsroom([press({ slug: 'gone', withdrawn: { at: at('05-01'), text: 'Onze bron trok zich terug.' } }), press({ slug: 'a', corrections: [{ at: at('04-01'), text: 'Een cijfer.' }] })]);
  expect(correctionsFor(room, 'nl').map(({ story, correction }) => [story.slug, correction.at, correction.text])).toEqual([['gone', at('05-01'), 'Onze bron trok zich terug.'], ['a', at('04-01'), 'Een cijfer.']]);
});

describe('events', () => {
  test('still to come stand in their order, those that are over not among them', () => {
    const room = newsroom([
      event({ slug: 'later', starts: at('12-20') }), event({ slug: 'over', starts: at('11-01') }), event({ slug: 'soon', starts: at('12-01') }),
      event({ slug: 'going-on', starts: '2026-11-23T09:30:00.000Z', ends: '2026-11-23T10:30:00.000Z' }),
    ]);
    expect(comingEvents(room).map(({ slug }) => slug)).toEqual(['going-on', 'soon', 'later']);
  });

  test('that were taken back are not to come', () => {
    expect(comingEvents(newsroom([event({ slug: 'off', withdrawn: { at: NOW, text: 'Afgelast.' } }), event({ slug: 'on' })])).map(({ slug }) => slug)).toEqual(['on']);
  });

  test('are over when they end, or an hour after their start if they have no end', () => {
    expect(isOver(event({ starts: '2026-11-23T09:00:00.000Z', ends: '2026-11-23T09:59:59.000Z' }), NOW)).toBe(true);
    expect(isOver(event({ starts: NOW }), NOW)).toBe(false);
    expect(isOver(event({ starts: '2026-11-23T09:00:00.000Z' }), NOW)).toBe(false);
    expect(isOver(event({ starts: '2026-11-23T08:59:59.999Z' }), NOW)).toBe(true);
  });
});

test.each([[0, 1], [1, 1], [20, 1], [21, 2], [40, 2], [41, 3], [1000, 50]])('%i stories fill %i pages', (stories, pages) => expect(pagesFor(stories)).toBe(pages));
