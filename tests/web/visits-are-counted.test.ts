import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/domain/figure.ts';
import { visitCounter } from '../../src/server/visits.ts';
import { keepVisits } from '../../integrations/web/keep-visits.ts';
import { site } from './asking.ts';

type Added = Omit<Figure, 'source'>;

/** A counter over a list, and the figures in it: `2026-11-23 lang:nl 2`. */
function paper(now: () => number = () => Date.parse('2026-11-23T10:00:00Z'), most?: number) {
  const added: Added[] = [];
  const store = { away: false };
  const visits = visitCounter({ add: async (source, figures) => {
    if (store.away) throw new Error('The store is away.');
    expect(source).toBe('visits');
    added.push(...figures);
  } }, 'Europe/Amsterdam', now, most);
  const figures = async () => {
    await visits.write();
    return added.map(({ day, metric, entity, value }) => `${day} ${metric} ${entity} ${value}`.replace('  ', ' ')).sort();
  };
  return { visits, figures, added, store };
}

const READER = { 'User-Agent': 'Mozilla/5.0 (Linux; Android 8.1; CUBOT_NOVA) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36' };

/** What asking for a path with these headers counts. */
async function counted(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { visits, figures } = paper();
  const page = '<!doctype html><html lang="nl"><title>x</title>';
  const { ask } = await site({ files: Object.fromEntries(['kit/', 'desk/', ''].map((name) => [`nl/press/brug/${name}index.html`, page])) }, { visits });
  const { status } = await ask(path, { ...READER, ...headers }, method);
  return { status, figures: await figures() };
}

const PAGE = ['2026-11-23 views 1', '2026-11-23 views lang:nl 1', '2026-11-23 views story:press/brug 1'];

test('a page that somebody reads is counted for its story and language, and where its link was shared', async () => {
  expect((await counted('/nl/press/brug/')).figures).toEqual(PAGE);
  expect((await counted('/nl/')).figures).toEqual(['2026-11-23 views 1', '2026-11-23 views lang:nl 1']);
  expect((await counted('/nl/press/brug/?utm_source=whatsapp&utm_campaign=free-internet')).figures).toEqual(['2026-11-23 views 1', '2026-11-23 views campaign:free-internet 1', '2026-11-23 views lang:nl 1', '2026-11-23 views network:whatsapp 1', '2026-11-23 views story:press/brug 1']);
});

describe('nothing is counted', () => {
  test.each([
    ['who asks not to be tracked', '/nl/press/brug/', { DNT: '1' }], ['who tells so by the newer sign', '/nl/press/brug/', { 'Sec-GPC': '1' }], ['a page that is fetched beforehand', '/nl/press/brug/', { 'Sec-Purpose': 'prefetch;prerender' }], ['a page that is fetched beforehand by an older browser', '/nl/press/brug/', { Purpose: 'prefetch' }],
    ['a script that reads a page', '/nl/press/brug/', { 'Sec-Fetch-Dest': 'empty' }], ['a search engine', '/nl/press/brug/', { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }], ['a link preview', '/nl/press/brug/', { 'User-Agent': 'WhatsApp/2.23.20' }],
    ['a command', '/nl/press/brug/', { 'User-Agent': 'curl/8.5' }], ['somebody without a name', '/nl/press/brug/', { 'User-Agent': '' }], ['a feed', '/nl/feed.xml', {}], ['a picture', '/media/foto-1a2b.jpg', {}], ['the share kit', '/nl/press/brug/kit/', {}], ['the press desk', '/nl/press/brug/desk/', {}], ['a page that is not there', '/nl/press/none/', {}],
    ['a redirect', '/nl/press/brug', {}], ['the directors’ page', '/reach/', {}],
  ])('for %s', async (_, path, headers) => {
    expect((await counted(path, headers as Record<string, string>)).figures).toEqual([]);
  });

  test('for HEAD, and for who has the page already', async () => {
    expect((await counted('/nl/press/brug/', {}, 'HEAD')).figures).toEqual([]);
    const { visits, figures } = paper();
    const { ask } = await site({}, { visits });
    const { etag } = (await ask('/nl/', READER)).headers;
    expect((await ask('/nl/', { ...READER, 'If-None-Match': etag! })).status).toBe(304);
    expect(await figures()).toEqual(PAGE.slice(0, 2));
  });
});

test('what does not fit a network or a campaign is no figure, so that nobody writes into the store', async () => {
  const { figures } = await counted(`/nl/press/brug/?utm_source=evil%20network&utm_campaign=${encodeURIComponent('<b>jan@ziggo.example</b>')}`);
  expect(figures).toEqual(PAGE);
});

test('made-up campaigns end after fifty a day; those named after our stories never do', async () => {
  const { visits, figures } = paper();
  for (let i = 0; i < 10_000; i++) visits.count([], `?utm_campaign=made-up-${i}`, new Set(['brug']));
  visits.count([], '?utm_campaign=brug', new Set(['brug']));
  const all = await figures();
  expect(all).toHaveLength(52);
  expect(all).toContain('2026-11-23 views campaign:brug 1');
  expect(all).toContain('2026-11-23 views 10001');
});

test('whatever stands in an address, memory stays small and all visits are counted', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ maxLength: 30 }), { maxLength: 200 }), async (words) => {
    const { visits, added } = paper(undefined, 30);
    for (const word of words) visits.count([`story:press/${word}`], `?utm_source=${word}&utm_campaign=${word}`, new Set());
    await visits.write();
    expect(added.length).toBeLessThanOrEqual(30);
    expect(added.find(({ entity }) => entity === '')?.value ?? 0).toBe(words.length);
  }));
});

test('a visit counts on the day of the organisation’s clock', async () => {
  let now = Date.parse('2026-11-23T22:59:59Z');
  const { visits, figures } = paper(() => now);
  visits.count([], '', new Set());
  now += 1000;
  visits.count([], '', new Set());
  expect(await figures()).toEqual(['2026-11-23 views 1', '2026-11-24 views 1']);
});

test('while the store is away visits wait, and none is counted twice', async () => {
  const { visits, figures, store } = paper();
  store.away = true;
  visits.count([], '', new Set());
  await expect(visits.write()).rejects.toThrow('The store is away.');
  visits.count([], '', new Set());
  store.away = false;
  expect(await figures()).toEqual(['2026-11-23 views 2']);
  expect(await figures()).toEqual(['2026-11-23 views 2']);
});

test('when the server stops, what was counted is written down, and a day without anybody has a nought', async () => {
  const log: string[] = [];
  const added: Added[] = [];
  const standings: unknown[] = [];
  const history = { add: async (_: string, figures: readonly Added[]) => void added.push(...figures), standings: async () => [], setStanding: async (standing: unknown) => void standings.push(standing) };
  const kept = keepVisits(history, 'Europe/Amsterdam', { now: () => Date.parse('2026-11-23T10:00:00Z'), log: (line) => void log.push(line) });
  kept.visits.count(['lang:nl'], '', new Set());
  await kept.stop();
  expect(added.map(({ entity, value }) => `${entity} ${value}`)).toEqual([' 1', 'lang:nl 1', ' 0']);
  expect(standings).toEqual([expect.objectContaining({ source: 'visits', since: '2026-11-23', completeThrough: '2026-11-22', ok: true })]);
  const away = keepVisits({ ...history, add: async () => { throw new Error('The disk is full.'); } }, 'Europe/Amsterdam', { now: () => Date.parse('2026-11-23T10:00:00Z'), log: (line) => void log.push(line) });
  await away.stop();
  expect(log).toEqual(['Visits cannot be written down now, and wait in memory. The disk is full.']);
});
