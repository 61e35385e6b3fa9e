import { describe, expect, test } from 'vitest';
import { feedScopes, lastingAddresses, linkableAddresses, pageAddress, scopeAddress, storyAddress } from '../../src/domain/address.ts';
import { about, event, factCheck, newsroom, petition, press } from '../specimens.ts';

const withdrawn = { at: '2026-11-02T09:00:00.000Z', text: 'Het klopte niet.' };
const room = newsroom([
  press(), press({ lang: 'en', translation: { origin: 'human' } }), press({ slug: 'gone', withdrawn, topics: [] }),
  factCheck(), event({ recording: { url: 'https://video.example/w/1' } }), event({ slug: 'plain' }), petition({ topics: [] }), petition({ slug: 'dropped', withdrawn, topics: [] }),
]);
const lasting = lastingAddresses(room).map(({ path }) => path);
const linkable = linkableAddresses(room);

describe('addresses that last', () => {
  test('are pages in a language that has them', () => {
    expect(lasting).toEqual(expect.arrayContaining(['/nl/', '/ar/', '/nl/press/', '/tr/fact-checks/', '/nl/about/', '/ar/search/', '/nl/topics/internet/', '/nl/press/free-internet/', '/en/press/free-internet/']));
  });
  test('are not pages that stand in for a translation', () => {
    expect(lasting.filter((path) => ['/tr/press/free-internet/', '/en/about/', '/en/fact-checks/six-countries/'].includes(path))).toEqual([]);
  });
  test('a story that was taken back keeps its address', () => expect(lasting).toContain('/nl/press/gone/'));
  test('every feed of every list lasts, in three formats', () => {
    expect(feedScopes(room)).toEqual(['', 'press', 'fact-checks', 'petitions', 'events', 'corrections', 'topics/facts', 'topics/internet']);
    expect(lasting).toEqual(expect.arrayContaining(['/nl/feed.xml', '/ar/atom.xml', '/en/press/feed.json', '/tr/topics/facts/feed.xml', '/nl/corrections/atom.xml']));
  });
  test('stand once, begin with their language and have no double slash', () => {
    expect(new Set(lasting).size).toBe(lasting.length);
    expect(lasting.filter((path) => !/^\/(nl|en|tr|ar)\/([a-z0-9-]+\/)*(feed\.xml|atom\.xml|feed\.json)?$/.test(path))).toEqual([]);
  });
  test('name their story, so that its embargo can be asked', () => {
    expect(lastingAddresses(room).find(({ path }) => path === '/nl/press/free-internet/')?.story?.slug).toBe('free-internet');
  });
});

describe('a text may link to', () => {
  test.each(['/', '/ar/', '/tr/press/free-internet/', '/ar/about/', '/nl/feed.xml', '/nl/press/free-internet/desk/', '/ar/press/free-internet/desk/', '/nl/press/free-internet/free-internet.txt', '/en/press/free-internet/free-internet-en.zip', '/nl/events/talk/talk.ics', '/ar/events/talk/watch/', '/nl/events/plain/plain.ics', '/tr/petitions/open-network/thanks/', '/petitions/open-network/count.json'])('%s', (path) => expect(linkable).toContain(path));
  test.each([
    ['/nl/press/nothing/', 'no such story'],
    ['/nl/press/free-internet', 'no slash at the end'],
    ['/de/', 'no such language'],
    ['/ar/press/free-internet/free-internet-ar.zip', 'no text in that language'],
    ['/nl/press/gone/desk/', 'taken back'],
    ['/nl/petitions/dropped/thanks/', 'taken back'],
    ['/nl/events/plain/watch/', 'no recording'],
    ['/ar/events/talk/talk.ics', 'no text in that language'],
    ['/nl/press/page/2/', 'only one page'],
  ])('not %s (%s)', (path) => expect(linkable).not.toContain(path));

  test('the second page of a list as soon as there is one, events to come not counted', () => {
    const many = (make: (slug: string) => Parameters<typeof newsroom>[0][number]) => Array.from({ length: 21 }, (_, index) => make(`s${index}`));
    const full = linkableAddresses(newsroom([...many((slug) => press({ slug })), ...many((slug) => event({ slug }))], [about('nl')]));
    expect(full).toContain('/ar/press/page/2/');
    expect(full).not.toContain('/ar/press/page/3/');
    expect(full).not.toContain('/nl/events/page/2/');
  });
});

test('addresses are built from language, section and name', () => {
  expect(storyAddress('ar', { kind: 'fact-check', slug: 'x' })).toBe('/ar/fact-checks/x/');
  expect([scopeAddress('nl', ''), scopeAddress('nl', 'topics/facts')]).toEqual(['/nl/', '/nl/topics/facts/']);
  expect([pageAddress('/nl/press/', 1), pageAddress('/nl/press/', 2)]).toEqual(['/nl/press/', '/nl/press/page/2/']);
});
