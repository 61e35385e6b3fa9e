import { describe, expect, test } from 'vitest';
import { plainSite, site } from './asking.ts';

describe('the front door opens in the reader’s language', () => {
  test.each([['ar', '/ar/'], ['nl-BE,ar;q=0.5', '/nl/'], ['de,ar;q=0.5,nl;q=0.4', '/ar/'], ['ar;q=0', '/nl/'], ['de', '/nl/'], ['', '/nl/'], [';;;,=', '/nl/']])('who reads “%s” comes to %s', async (languages, place) => {
    const { ask } = await plainSite();
    const { status, headers } = await ask('/', { 'Accept-Language': languages });
    expect([status, headers.location, headers.vary, headers['cache-control']]).toEqual([302, place, 'Accept-Language', 'private, no-cache']);
  });
});

describe('old and careless addresses lead on', () => {
  test.each([
    ['/nl/press/oud/', '/nl/press/brug/'], ['/nl/press/oud', '/nl/press/brug/'], ['/nl/press/oud/?ref=mail&x=%20', '/nl/press/brug/?ref=mail&x=%20'],
    ['/nl/press/brug', '/nl/press/brug/'], ['/nl/press/brug?a=1?b', '/nl/press/brug/?a=1?b'], ['/nl', '/nl/'], ['/nl/press/brug/index.html', '/nl/press/brug/'],
  ])('%s leads to %s', async (from, to) => {
    const { ask } = await plainSite();
    const { status, headers } = await ask(from);
    expect([status, headers.location]).toEqual([301, to]);
  });

  test.each([
    ['/nl/press/oud/desk/', '/nl/press/brug/desk/'], ['/nl/press/oud/desk', '/nl/press/brug/desk/'], ['/nl/press/oud/oud-nl.zip', '/nl/press/brug/brug-nl.zip'], ['/nl/press/oud/oud.txt?ref=mail', '/nl/press/brug/brug.txt?ref=mail'],
    ['/nl/events/praat/praat.ics', '/nl/events/gesprek/gesprek.ics'], ['/nl/events/praat/watch/', '/nl/events/gesprek/watch/'], ['/nl/press/oud/brug.txt', '/nl/press/brug/brug.txt'],
  ])('what followed a moved page moved along: %s leads to %s', async (from, to) => {
    const { ask } = await site({
      files: { 'nl/press/brug/desk/index.html': 'x', 'nl/press/brug/brug-nl.zip': 'x', 'nl/press/brug/brug.txt': 'x', 'nl/events/gesprek/gesprek.ics': 'x', 'nl/events/gesprek/watch/index.html': 'x' },
      facts: { redirects: { '/nl/press/oud/': '/nl/press/brug/', '/nl/events/praat/': '/nl/events/gesprek/' } },
    });
    const { status, headers } = await ask(from);
    expect([status, headers.location]).toEqual([301, to]);
  });

  test.each(['/nl/press/oud/watch/', '/nl/press/oud/oudste.txt', '/nl/press/oud//evil.example', '/nl/press/oud/../../', '/nl/press/oudste/desk/'])('%s led nowhere before and leads nowhere now', async (path) => {
    const { ask } = await plainSite();
    expect((await ask(path)).status).toBe(404);
  });

  test('an address in another script is found in whatever way it was written', async () => {
    const { ask } = await site({ files: { 'ar/topics/لم شمل/index.html': 'gevonden', 'nl/caf\u00e9/index.html': 'gevonden' }, facts: { redirects: { '/ar/قديم/': '/ar/topics/لم شمل/' } } });
    expect((await ask(encodeURI('/ar/topics/لم شمل/'))).text).toBe('gevonden');
    for (const path of ['/nl/caf%C3%A9/', '/nl/cafe%CC%81/', '/%6el/caf%c3%a9/']) expect((await ask(path)).text).toBe('gevonden');
    expect((await ask(encodeURI('/ar/قديم/'))).headers.location).toBe(encodeURI('/ar/topics/لم شمل/'));
    expect((await ask(encodeURI('/ar/topics/لم شمل'))).headers.location).toBe(encodeURI('/ar/topics/لم شمل/'));
  });

  test('an address is decoded once and no further', async () => {
    const { ask } = await plainSite();
    expect((await ask('/%256el/')).status).toBe(404);
  });
});

describe('who gets lost is told so in their own language', () => {
  test.each([['/nl/none/', 'Niet gevonden'], ['/ar/none/', 'غير موجود'], ['/none', 'Niet gevonden'], ['/xx/', 'Niet gevonden'], ['/nl/404.html', 'Niet gevonden'], ['/ar/404/', 'غير موجود']])('%s says “%s”', async (path, words) => {
    const { ask } = await plainSite();
    const { status, text, headers } = await ask(path);
    expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(text).toContain(words);
  });

  test('the page that says so is packed as well', async () => {
    const { ask } = await plainSite();
    expect((await ask('/nl/none/', { 'Accept-Encoding': 'gzip' })).headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  });

  test.each(['/%', '/%zz', '/nl/%E0%A4%A', '/%ff'])('the broken address %s is explained, with a way to each front page', async (path) => {
    const { ask } = await plainSite();
    const { status, text } = await ask(path);
    expect(status).toBe(400);
    expect(text).toContain('This address cannot be read');
    expect(text).toContain('<a href="/ar/" lang="ar" hreflang="ar" dir="rtl">العربية</a>');
  });

  test('a site without a page for the lost still says it in words', async () => {
    const root = await site({ facts: { languages: ['ar'] }, files: { 'ar/404/index.html': '' } });
    expect((await root.ask('/x/')).status).toBe(404);
  });
});

describe('a watchman can see how the site does', () => {
  test('a site that is served is well', async () => {
    const { ask } = await plainSite();
    const { status, text, headers } = await ask('/healthz');
    expect([status, headers['cache-control'], JSON.parse(text)]).toEqual([200, 'no-store', { ok: true, published: '2026-11-23T10:00:00.000Z' }]);
  });

  test('a build that failed is shown, without the name of a story that is not out yet', async () => {
    const { ask } = await site({}, { failedBuild: () => 'content/press/secret-plan/index.nl.md, line 3: the title “Secret plan” is too long.\n at x' });
    const { status, text } = await ask('/healthz');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ok: true, published: '2026-11-23T10:00:00.000Z', lastBuild: 'failed', reason: '…, line 3: the title “…” is too long.' });
  });
});
