import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from '../../integrations/web/media-type.ts';
import { plainSite, site } from './asking.ts';
import { FILM, POLICY } from './release-folder.ts';

describe('a page comes as small as the reader can take it', () => {
  test.each([
    ['br, gzip', 'br'], ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['x-gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['br;q=0.3, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip;q=0', undefined], ['*', 'br'], ['*;q=0', undefined], ['*;q=0, gzip', 'gzip'], ['identity;q=1, *;q=0', undefined], ['identity, gzip;q=0.5', undefined],
    ['deflate', undefined], ['', undefined], ['identity;q=0', undefined], ['br;q=nonsense', undefined],
  ])('who accepts “%s” gets %s', async (accepts, packing) => {
    const { ask } = await plainSite();
    const answer = await ask('/nl/', { 'Accept-Encoding': accepts });
    expect(answer.headers['content-encoding']).toBe(packing);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    const text = packing === 'br' ? brotliDecompressSync(answer.body) : packing === 'gzip' ? gunzipSync(answer.body) : answer.body;
    expect(text.toString()).toContain('Voorpagina one');
  });

  test('a file that packing would not make smaller comes as it is', async () => {
    const { ask } = await plainSite();
    const { headers } = await ask('/logo.svg', { 'Accept-Encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBeUndefined();
  });

  test('a file that was packed by its maker is served as it is, under its own name', async () => {
    const archive = Buffer.from('an archive');
    const { ask } = await site({ files: { 'files/x.tar.gz': archive, 'y.svg.br': archive, 'index.gz/index.html': 'x' } });
    const answer = await ask('/files/x.tar.gz', { 'Accept-Encoding': 'br, gzip' });
    expect([answer.status, answer.headers['content-type'], answer.headers['content-encoding'], answer.text]).toEqual([200, 'application/gzip', undefined, 'an archive']);
    expect((await ask('/y.svg.br')).text).toBe('an archive');
    expect((await ask('/y.svg')).status).toBe(404);
    expect((await ask('/index.gz/')).status).toBe(200);
  });

  test('the packed copies have no addresses of their own', async () => {
    const { ask } = await plainSite();
    expect(await Promise.all(['/nl/index.html.br', '/nl/feed.xml.gz', '/nl/.br'].map(async (path) => (await ask(path)).status))).toEqual([404, 404, 404]);
  });
});

describe('who has a page already does not load it again', () => {
  test('each packing has a tag of its own, the same after a restart', async () => {
    const [one, two] = [await plainSite(), await site()];
    const tags = async ({ ask }: typeof one) => Promise.all(['br', 'gzip', 'identity'].map(async (accepts) => (await ask('/nl/', { 'Accept-Encoding': accepts })).headers.etag));
    expect(new Set(await tags(one)).size).toBe(3);
    expect(await tags(one)).toEqual(await tags(two));
    expect((await tags(one)).every((tag) => /^"[\w-]{22}"$/.test(tag!))).toBe(true);
  });

  test('a known tag, alone, weak or in a list, is answered with 304 and no page', async () => {
    const { ask } = await plainSite();
    const { etag } = (await ask('/nl/')).headers;
    for (const known of [etag!, `W/${etag}`, `"x", W/"y" , ${etag}`, '*']) {
      const answer = await ask('/nl/', { 'If-None-Match': known });
      expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([304, 0, etag]);
      expect(answer.headers['cache-control']).toContain('max-age=60');
    }
    expect((await ask('/nl/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('a question for the head alone brings the same headers and no page', async () => {
    const { ask } = await plainSite();
    for (const path of ['/nl/', '/media/film-1a2b.mp4', '/nl/none/', '/nl/press/brug', '/healthz']) {
      const [head, whole] = [await ask(path, {}, 'HEAD'), await ask(path)];
      expect(head.body.length).toBe(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
      expect(head.status).toBe(whole.status);
    }
  });

  test('a picture is kept for a day, since the person on it may ask us to take it away', async () => {
    const { ask } = await plainSite();
    for (const path of ['/media/foto-1a2b.jpg', '/share/brug-nl-1a2b.jpg']) expect((await ask(path)).headers['cache-control']).toBe('public, max-age=86400, stale-while-revalidate=604800');
  });

  test('other names that hold a hash are kept for good, everything else for a minute', async () => {
    const { ask } = await plainSite();
    const rule = async (path: string) => (await ask(path)).headers['cache-control'];
    for (const path of ['/_astro/x.abc.css', '/pagefind/pagefind.nl_b686baded3.pf_meta', '/pagefind/fragment/uk_25c7e80.pf_fragment', '/pagefind/index/nl_4f243ed.pf_index']) expect(await rule(path)).toBe('public, max-age=31536000, immutable');
    for (const path of ['/nl/', '/nl/search/', '/nl/feed.xml', '/logo.svg', '/nl/press/brug', '/pagefind/pagefind.js', '/pagefind/pagefind-entry.json', '/pagefind/wasm.nl.pagefind']) expect(await rule(path)).toBe('public, max-age=60, stale-while-revalidate=600, stale-if-error=86400');
    for (const path of ['/nl/none/', '/%zz', '/healthz']) expect(await rule(path)).toBe('no-store');
  });
});

describe('a film can be watched from the middle', () => {
  const film = '/media/film-1a2b.mp4';

  test.each([
    ['bytes=0-99', 0, 100], ['bytes=700000-', 700000, FILM.length], ['bytes=-50', FILM.length - 50, FILM.length], ['bytes=5-5', 5, 6], ['bytes=716000-99999999', 716000, FILM.length],
  ])('%s brings exactly that part', async (range, from, to) => {
    const { ask } = await plainSite();
    const answer = await ask(film, { Range: range, 'Accept-Encoding': 'identity;q=1, *;q=0' });
    expect([answer.status, answer.headers['content-range'], answer.headers['content-length']]).toEqual([206, `bytes ${from}-${to - 1}/${FILM.length}`, String(to - from)]);
    expect(answer.body.equals(FILM.subarray(from, to))).toBe(true);
  });

  test('without a wish, or with one that makes no sense, the whole film comes', async () => {
    const { ask } = await plainSite();
    for (const range of [undefined, 'bytes=9-3', 'bytes=-', 'pages=1-2', 'bytes=0-1,5-6', 'bytes=x']) {
      const answer = await ask(film, range ? { Range: range } : {});
      expect([answer.status, answer.headers['accept-ranges']]).toEqual([200, 'bytes']);
      expect(answer.body.equals(FILM)).toBe(true);
    }
  });

  test('a part beyond the end is refused with the true length', async () => {
    const { ask } = await plainSite();
    for (const range of ['bytes=99999999-', 'bytes=-0']) {
      const answer = await ask(film, { Range: range });
      expect([answer.status, answer.headers['content-range'], answer.headers['cache-control']]).toEqual([416, `bytes */${FILM.length}`, 'no-store']);
    }
  });

  test('a part is never joined to another film', async () => {
    const { ask } = await plainSite();
    const { etag } = (await ask(film)).headers;
    expect((await ask(film, { Range: 'bytes=0-9', 'If-Range': etag! })).status).toBe(206);
    for (const other of ['"other"', `W/${etag}`, 'Mon, 23 Nov 2026 10:00:00 GMT']) expect((await ask(film, { Range: 'bytes=0-9', 'If-Range': other })).status).toBe(200);
  });

  test('a small picture comes in parts too, a packed page does not', async () => {
    const { ask } = await plainSite();
    expect((await ask('/media/foto-1a2b.jpg', { Range: 'bytes=1-1' })).body).toEqual(Buffer.from([216]));
    expect((await ask('/nl/', { Range: 'bytes=0-9', 'Accept-Encoding': 'br' })).status).toBe(200);
  });

  test('twenty films at once hold no other reader up', async () => {
    const { ask } = await plainSite();
    const films = Array.from({ length: 20 }, () => ask(film));
    expect((await ask('/nl/')).status).toBe(200);
    expect((await Promise.all(films)).every(({ body }) => body.equals(FILM))).toBe(true);
  });
});

describe('browsers are told what they get and what it may do', () => {
  test.each([
    ['a.html', 'text/html; charset=utf-8'], ['a.css', 'text/css; charset=utf-8'], ['a.js', 'text/javascript; charset=utf-8'], ['a.json', 'application/json; charset=utf-8'],
    ['feed.json', 'application/feed+json; charset=utf-8'], ['feed.xml', 'application/rss+xml; charset=utf-8'], ['atom.xml', 'application/atom+xml; charset=utf-8'], ['sitemap.xml', 'application/xml; charset=utf-8'],
    ['a.txt', 'text/plain; charset=utf-8'], ['a.ics', 'text/calendar; charset=utf-8'], ['a.zip', 'application/zip'], ['a.svg', 'image/svg+xml; charset=utf-8'], ['a.webp', 'image/webp'], ['a.avif', 'image/avif'],
    ['a.jpg', 'image/jpeg'], ['A.JPG', 'image/jpeg'], ['a.png', 'image/png'], ['a.pf_meta', 'application/octet-stream'], ['wasm.nl.pagefind', 'application/octet-stream'], ['a.wasm', 'application/wasm'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'], ['a.woff2', 'font/woff2'], ['a.mp4', 'video/mp4'], ['a.webm', 'video/webm'], ['a.mp3', 'audio/mpeg'], ['a.vtt', 'text/vtt; charset=utf-8'], ['a.pdf', 'application/pdf'], ['noname', 'application/octet-stream'],
  ])('%s is %s', (name, type) => {
    expect(mediaTypeOf(`/nl/x/${name}`)).toBe(type);
  });

  test('the type of a page is sent along with it', async () => {
    const { ask } = await plainSite();
    const type = async (path: string) => (await ask(path)).headers['content-type'];
    expect(await Promise.all(['/nl/', '/nl/feed.json', '/pagefind/pagefind.nl_b686baded3.pf_meta'].map(type))).toEqual(['text/html; charset=utf-8', 'application/feed+json; charset=utf-8', 'application/octet-stream']);
  });

  test('a page has the policy that the build gave it', async () => {
    const { ask } = await plainSite();
    const policy = async (path: string) => (await ask(path)).headers['content-security-policy'];
    expect(await policy('/nl/')).toBe(POLICY);
    expect(await policy('/nl/none/')).toBe(POLICY);
    expect(await policy('/nl/search/')).toBe("script-src 'self'");
    expect(await policy('/logo.svg')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(await policy('/pagefind/pagefind.js')).not.toContain('sandbox');
  });

  test('every answer, fault or not, keeps the reader safe and names no program', async () => {
    const { ask } = await plainSite();
    for (const [path, method] of [['/'], ['/nl/'], ['/nl'], ['/nl/press/oud/'], ['/nl/none/'], ['/%zz'], ['/healthz'], ['/nl/', 'POST'], ['/nl/feed.xml'], ['/media/film-1a2b.mp4']] as const) {
      const { headers } = await ask(path, {}, method);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' });
      for (const feature of ['camera', 'geolocation', 'microphone']) expect(headers['permissions-policy']).toContain(`${feature}=()`);
      expect(headers['content-security-policy']).toBeTruthy();
      expect(Object.keys(headers).filter((name) => /powered|^server$|strict-transport/.test(name))).toEqual([]);
    }
  });

  test('other sites may show pictures and read feeds, but not take pages in', async () => {
    const { ask } = await plainSite();
    const rights = async (path: string) => { const { headers } = await ask(path); return [headers['cross-origin-resource-policy'], headers['access-control-allow-origin']]; };
    expect(await rights('/nl/')).toEqual(['same-origin', undefined]);
    expect(await rights('/media/foto-1a2b.jpg')).toEqual(['cross-origin', undefined]);
    for (const path of ['/nl/feed.xml', '/nl/feed.json']) expect(await rights(path)).toEqual(['cross-origin', '*']);
  });

  test('a browser is held to https only when a proxy that we trust says so', async () => {
    const [open, behind] = [await plainSite(), await site({}, { trustProxy: 1 })];
    const secure = { 'X-Forwarded-Proto': 'https' };
    expect((await open.ask('/nl/', secure)).headers['strict-transport-security']).toBeUndefined();
    expect((await behind.ask('/nl/', secure)).headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
    expect((await behind.ask('/nl/', { 'X-Forwarded-Proto': 'http' })).headers['strict-transport-security']).toBeUndefined();
    expect((await behind.ask('/nl/')).headers['strict-transport-security']).toBeUndefined();
  });
});
