import { gzipSync, brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedDate } from '../../integrations/feeds/feed-date.ts';
import { plainTitle } from '../../integrations/feeds/plain-title.ts';
import { atom, deskHere, feedServer, item, mentionsIn, readAt, readText, rss } from './feed-server.ts';

const titles = async (text: string | Buffer, type?: string) => (await mentionsIn(text, type)).map(({ title }) => title);

test('a newspaper’s feed becomes mentions with day, title, address and outlet', async () => {
  const read = await readText(rss(item('Havenlicht helps', 'https://www.trouw.example/a?utm_source=rss#top', 'Sat, 21 Nov 2026 23:30:00 GMT', '<guid>t-1</guid>')));
  expect(read).toEqual({
    kind: 'mentions', days: { from: '2026-11-17', to: '2026-11-23' }, completeThrough: '2026-11-22', remarks: [],
    mentions: [{ key: expect.stringMatching(/^[\da-f]{64}$/), day: '2026-11-22', title: 'Havenlicht helps', url: 'https://www.trouw.example/a?utm_source=rss#top', outlet: 'trouw.example' }],
  });
});

test.each([
  ['RSS 0.91', `<rss version="0.91"><channel>${item('x')}</channel></rss>`],
  ['RSS without a version', `<rss><channel>${item('x')}</channel></rss>`],
  ['RSS 1.0', `<rdf:RDF xmlns:rdf="r"><channel/><item rdf:about="https://a.example/x"><title>x</title><link>https://a.example/x</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>`],
  ['Atom', atom('<entry><id>1</id><title type="html">&lt;b&gt;x&lt;/b&gt;</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/x"/><updated>2026-11-20T09:00:00Z</updated></entry>')],
  ['Atom with a prefix before every name', '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:entry><atom:id>1</atom:id><atom:title>x</atom:title><atom:link href="https://a.example/x"/><atom:published>2026-11-20T09:00:00Z</atom:published></atom:entry></atom:feed>'],
  ['a podcast', `<rss version="2.0" xmlns:itunes="i"><channel><itunes:owner/>${item('x')}</channel></rss>`],
  ['RSS with signs before it', `\n\n garbage ${rss(item('x'))}`],
])('%s is read', async (_, feed) => {
  expect((await mentionsIn(feed)).map(({ title, day }) => [title, day])).toEqual([['x', '2026-11-20']]);
});

test.each([
  ['by the server’s word', 'windows-1254', 'text/xml; charset=windows-1254', ''],
  ['by its first line', 'iso-8859-9', 'text/xml', '<?xml version="1.0" encoding="ISO-8859-9"?>'],
  ['by its first line where the server is mistaken', 'iso-8859-9', 'text/xml; charset=utf-8', '<?xml version="1.0" encoding="iso-8859-9"?>'],
  ['although nobody knows the server’s word', 'iso-8859-9', 'text/xml; charset=klingon', "<?xml version='1.0' encoding='iso-8859-9'?>"],
])('Turkish letters are read right %s', async (_, __, type, prolog) => {
  const turkish = Buffer.from(rss(item('\u015eehir i\u00e7in \u0131\u015f\u0131k'), prolog).replaceAll('\u015e', '\xde').replaceAll('\u015f', '\xfe').replaceAll('\u0131', '\xfd'), 'latin1');
  expect(await titles(turkish, type)).toEqual(['Şehir için ışık']);
});

test.each([['utf-16le', [0xff, 0xfe]], ['utf-8', [0xef, 0xbb, 0xbf]]] as const)('a byte order mark of %s counts more than the server’s word', async (encoding, mark) => {
  expect(await titles(Buffer.concat([Buffer.from(mark), Buffer.from(rss(item('ışık')), encoding === 'utf-8' ? 'utf8' : 'utf16le')]), 'text/xml; charset=iso-8859-1')).toEqual(['ışık']);
});

test.each([['gzip', gzipSync], ['br', brotliCompressSync]] as const)('a feed packed with %s is unpacked', async (packing, pack) => {
  const { at } = await feedServer((_, response) => response.writeHead(200, { 'Content-Encoding': packing }).end(pack(rss(item('x')))));
  expect(await readAt(at)).toMatchObject({ mentions: [{ title: 'x' }] });
});

test('a feed that has not changed is not sent again, and its mark is kept only once the mentions are written', async () => {
  const { at, asked } = await feedServer((request, response) => (request.headers['if-none-match'] === '"1"' ? response.writeHead(304).end() : response.writeHead(200, { ETag: '"1"', 'Last-Modified': 'Fri, 20 Nov 2026 09:00:00 GMT' }).end(rss(item('x')))));
  const desk = deskHere();
  const source = (await import('../../integrations/feeds/feed-source.ts')).feedSource({ name: 'trouw', url: at }, desk);
  // Whoever writes fails after the first portion.
  for await (const portion of source.read({ from: '2026-11-17', to: '2026-11-23' }, new AbortController().signal)) {
    expect(portion).toHaveProperty('mentions.length', 1);
    break;
  }
  expect(await readAt(at, desk)).toHaveProperty('mentions.length', 1);
  expect(await readAt(at, desk)).toEqual({ kind: 'mentions', days: { from: '2026-11-17', to: '2026-11-23' }, completeThrough: '2026-11-22', mentions: [] });
  expect(asked.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])).toEqual([[undefined, undefined], [undefined, undefined], ['"1"', 'Fri, 20 Nov 2026 09:00:00 GMT']]);
});

describe('an article is counted once', () => {
  test.each([
    ['that comes with the same number', item('One', 'https://a.example/1', undefined, '<guid isPermaLink="false">7</guid>') + item('Two', 'https://a.example/2', undefined, '<guid>7</guid>')],
    ['at the same address, told from elsewhere', item('One', 'https://a.example/1?id=2&amp;utm_source=x') + item('Two', 'https://www.a.example/1/?id=2#comments', undefined, '<guid>8</guid>')],
    ['under the same title on the same day', item('One', 'https://a.example/1') + item('One', 'https://b.example/2')],
  ])('%s', async (_, items) => {
    expect(await titles(rss(items))).toEqual(['One']);
  });

  test('and keeps its key when its title is mended', async () => {
    const key = async (title: string) => (await mentionsIn(rss(item(title, 'https://a.example/1?utm_medium=x'))))[0]!.key;
    expect(await key('One')).toBe(await key('Two'));
  });
});

test('alerts of a search engine name the newspaper, and feeds that gather name their sources', async () => {
  const mentions = await mentionsIn(rss(item('A', 'https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://www.trouw.example/x%3Fa%3D1&amp;ct=ga') + item('B', 'https://news.google.com/rss/articles/CBM', undefined, '<source url="https://nos.example">NOS</source>')));
  expect(mentions.map(({ outlet, url }) => [outlet, url])).toEqual([['trouw.example', 'https://www.trouw.example/x?a=1'], ['nos.example', 'https://news.google.com/rss/articles/CBM']]);
});

test('what the organisation says about itself is no mention', async () => {
  expect(await titles(rss(item('Own', 'https://havenlicht.example/nl/') + item('Own too', 'https://www.havenlicht.example/en/') + item('Blog', 'https://blog.havenlicht.example/') + item('Other', 'https://not-havenlicht.example/')))).toEqual(['Other']);
});

test('entries that lead nowhere, have no day or one to come are left out, and the rest is kept', async () => {
  expect(await readText(rss(item('script', 'javascript:alert(1)') + item('file', 'file:///etc/passwd') + item('undated', 'https://a.example/1', '') + item('doubtful', 'https://a.example/2', '01/02/2026') + item('tomorrow', 'https://a.example/3', '2026-11-24') + item('good', 'https://a.example/4')))).toMatchObject({
    mentions: [{ title: 'good' }], remarks: ['2 entries are left out: no web address.', '2 entries are left out: no day that can be read.', '1 entry is left out: a day that has not come yet.'],
  });
});

test('a bad day or link of one Atom entry loses that entry alone, and months have names in many languages', async () => {
  const entry = (id: string, date: string, link = `<link href="https://a.example/${id}"/>`) => `<entry><id>${id}</id><title>${id}</title>${link}<updated>${date}</updated></entry>`;
  expect(await titles(atom(entry('tr', '20 Kasım 2026') + entry('bad', 'next week') + entry('nl', '3 nov. 2026 10:00') + entry('unlinked', '2026-11-20', '<link>https://a.example/</link>') + '<entry/>' + entry('en', 'November 20, 2026')))).toEqual(['tr', 'nl', 'en']);
});

test('a & that stands for itself and names of signs that XML does not know are read as people mean them', async () => {
  expect(await titles(rss(item('Tom & Jerry &nbsp;caf&eacute; AT&T &amp;amp; &#8217;s') + item('<![CDATA[Salt & <b>light</b>]]>', 'https://a.example/2?a=1&b=2')))).toEqual(['Tom & Jerry café AT&T & ’s', 'Salt & light']);
});

test.each([
  ['2026-11-20T09:00:00.123+01:00', '2026-11-20T09:00:00+01:00'], ['2026-11-20T09:00Z', '2026-11-20T09:00:00Z'], ['2026-11-20 09:00', '2026-11-20T09:00:00'], ['2026-11-20', '2026-11-20'],
  ['Fri, 20 Nov 2026 09:00:00 GMT', '2026-11-20T09:00:00Z'], ['20 Nov 2026 09:00 EST', '2026-11-20T09:00:00-05:00'], ['Fri, 20 Nov 2026 09:00:00 +0300', '2026-11-20T09:00:00+03:00'],
  ['пт, 20 листопада 2026', '2026-11-20'], ['20 mei 2026', '2026-05-20'], ['1 ağustos 2026', '2026-08-01'], ['20/11/2026', undefined], ['2026-02-30', undefined], ['20 Nonsense 2026', undefined], ['', undefined],
])('the day “%s” is read as %s', (written, read) => {
  expect(feedDate(written)).toBe(read);
});

test('a title is one line without tags, whatever is in it', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', 'p', ' ', '&lt;', '&#60;', '\n', '\u202e', 'é', '/') }), (text) => {
    const title = plainTitle(text);
    expect(title).not.toMatch(/<\/?[a-z!?][^>]*>|[\n\u202e]/);
    expect([...title].length).toBeLessThanOrEqual(300);
  }));
  expect(plainTitle(`2 < 3 ${'é'.repeat(400)}`)).toBe(`2 < 3 ${'é'.repeat(293)}…`);
});
