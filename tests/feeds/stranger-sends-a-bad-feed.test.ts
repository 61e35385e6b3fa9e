import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { feedEntries } from '../../integrations/feeds/feed-entries.ts';
import { FETCH_LIMITS } from '../../integrations/feeds/fetch-feed.ts';
import { READ_LIMITS } from '../../integrations/feeds/read-feed.ts';
import { atom, deskHere, feedServer, item, readAt, readText, rss, type Answer } from './feed-server.ts';

const quick = (time: number) => deskHere({ limits: { fetch: { ...FETCH_LIMITS, time }, read: READ_LIMITS } });
const answered = async (answer: Answer, desk = deskHere()) => readAt((await feedServer(answer)).at, desk);

/** The most memory that this process held meanwhile, in MB above what it held before; the reading thread counts, too. */
async function peakOf<T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  try {
    return { result: await work(), peak: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6 };
  } finally {
    clearInterval(watch);
  }
}

describe('a server that sends too much, too slowly or nothing', () => {
  test.each([
    ['gzip', gzipSync(Buffer.alloc(300_000_000, ' '))],
    ['br', brotliCompressSync(Buffer.alloc(300_000_000, ' '), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ])('a %s bomb of 300 MB ends at 5 MB', async (packing, bomb) => {
    const { result, peak } = await peakOf(() => answered((_, response) => response.writeHead(200, { 'Content-Encoding': packing }).end(bomb)));
    expect(result).toBe('The feed “trouw” has more than 5 MB. Ask its publisher for a shorter one, or write that of one section.');
    expect(peak).toBeLessThan(150);
  });

  test('a feed without an end is cut at 5 MB', async () => {
    let sent = 0;
    const result = await answered((_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 100_000_000 && response.write(Buffer.alloc(65_536, ' '))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    });
    expect(result).toContain('has more than 5 MB');
    expect(sent).toBeLessThan(50_000_000);
  });

  test('a server that says nothing is left', async () => {
    expect(await answered(() => undefined, quick(100))).toBe('The feed “trouw” was not all there after 0.1 seconds. It is asked again next time.');
  });

  test('a feed that trickles for ever is left, however lively it looks', async () => {
    expect(await answered((_, response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    }, quick(200))).toContain('was not all there after 0.2 seconds');
  });

  test('the time is one for all redirects together', async () => {
    const result = await answered((request, response) => void setTimeout(() => response.writeHead(302, { Location: `${request.url}x` }).end(), 80), quick(200));
    expect(result).toContain('was not all there after 0.2 seconds');
  });

  test('a name server that never answers is left', async () => {
    const desk = quick(50);
    expect(await readAt('http://never.example/', { ...desk, world: { ...desk.world, resolve: () => new Promise(() => {}) } })).toContain('was not all there');
  });

  test('what is cut off is no feed', async () => {
    const half = gzipSync(rss(item('x').repeat(99))).subarray(0, 80);
    expect(await answered((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(half))).toMatch(/^The feed “trouw” did not come through \(Z_BUF_ERROR\)\. /);
    expect(await answered((_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 }).write(rss(item('x')));
      setTimeout(() => response.destroy(), 20);
    })).toMatch(/did not come through \(ECONNRESET\)/);
  });

  test.each([
    [404, 'is not at its address (its server answers 404). Open the address in a browser, and write the one that shows the feed.'],
    [503, 'cannot be had at the moment (its server answers 503). It is asked again next time.'],
  ])('an answer of %d is told', async (status, sentence) => {
    expect(await answered((_, response) => response.writeHead(status).end())).toBe(`The feed “trouw” ${sentence}`);
  });

  test('a packing that nobody asked for is refused', async () => {
    expect(await answered((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end('x'))).toContain('comes packed as “gzip, gzip”');
  });

  test('whoever stops a refresh stops the feed, too', async () => {
    const stop = new AbortController();
    const { at } = await feedServer(() => stop.abort(new Error('stopped by hand')));
    expect(await readAt(at, deskHere(), stop.signal)).toBe('stopped by hand');
  });
});

describe('something else than a feed', () => {
  test.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in', 'is a web page, not a feed. Look on that page for the address of its RSS or Atom feed.'],
    ['a JSON feed', '{"version":"https://jsonfeed.org/version/1.1"}', 'is written in JSON. Write the address of its RSS or Atom version.'],
    ['nothing', ' \n', 'is empty. It is asked again next time.'],
    ['another XML', '<sitemap><url/></sitemap>', 'is neither RSS nor Atom. Open its address in a browser, and look there for the address of the feed.'],
    ['RSS without a channel', '<rss version="2.0"/>', 'is neither RSS nor Atom. Open its address in a browser, and look there for the address of the feed.'],
    ['half a feed', '<rss version="2.0"><channel>\n<item><title>x</item>', 'is damaged at line 2, so that nobody can read it. Tell its publisher.'],
    ['words', 'Service unavailable', 'is damaged at line 1, so that nobody can read it. Tell its publisher.'],
  ])('%s is told from a feed', async (_, text, sentence) => {
    expect(await readText(text, 'text/html')).toBe(`The feed “trouw” ${sentence}`);
  });
});

describe('a feed made to hurt', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">${'cdefgh'.split('').map((name, i) => `<!ENTITY ${name} "${`&${'bcdefg'[i]};`.repeat(50)}">`).join('')}]>`;
  test.each([
    ['a bomb of entities names nothing', rss(item('&h;&h;&h;'), laughs)],
    ['an entity that names a file stays a word', rss(item('&h;'), '<!DOCTYPE x [<!ENTITY h SYSTEM "file:///etc/passwd">]>')],
    ['a title that never ends its tags is read in one pass', rss(item(`<![CDATA[${'x<p '.repeat(1_000_000)}]]>`))],
    ['a description that never ends its tags is not read', rss(item('Good', undefined, undefined, `<description><![CDATA[${'x<p '.repeat(1_000_000)}]]></description><content:encoded>${'&lt;p '.repeat(100_000)}</content:encoded>`))],
    ['200,000 tags within each other lose nothing else', rss(item('Good') + `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`)],
    ['200,000 tags within an Atom entry lose nothing else', atom(`<entry><title>Good</title><link href="https://a.example/"/><updated>2026-11-20</updated><content type="xhtml">${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</content></entry>`)],
    ['a million signs that stand for themselves are mended in one pass', rss(item(`Good ${'&'.repeat(1_000_000)}`))],
    ['a title of 4 MB becomes a title', rss(item('Good '.repeat(800_000)))],
    ['names of parts that programs use themselves do no harm', rss(`<__proto__><polluted>1</polluted></__proto__><constructor>x</constructor>${item('Good', undefined, undefined, '<__proto__>x</__proto__><toString>x</toString>')}`)],
    ['an open CDATA section is no endless loop', rss(item('<![CDATA['.repeat(300_000)))],
  ])('%s', async (_, feed) => {
    const { result, peak } = await peakOf(() => readText(feed));
    if (typeof result === 'string') expect(result).toMatch(/^The feed “trouw” (?:is damaged at line 1, so|takes more than 5 seconds|cannot be read without more than 160 MB)/);
    else expect(result).toMatchObject({ kind: 'mentions', mentions: [expect.anything()] });
    expect({}).not.toHaveProperty('polluted');
    expect(peak).toBeLessThan(600);
  });

  test('30,000 entries give the first two thousand, and say so', async () => {
    const result = await readText(rss(Array.from({ length: 30_000 }, (_, i) => `<item><link>https://a.example/${i}</link><pubDate>2026-11-20</pubDate></item>`).join('')));
    expect(result).toMatchObject({ remarks: ['Only the first 2000 entries were read.'] });
    expect(result).toHaveProperty('mentions.length', 2000);
  });

  test('one that takes too long is ended by the clock', async () => {
    const desk = deskHere({ limits: { fetch: FETCH_LIMITS, read: { ...READ_LIMITS, time: 1 } } });
    expect(await readText(rss(item('x')), undefined, desk)).toBe('The feed “trouw” takes more than 0.001 seconds to read, so that something is wrong with it. Tell its publisher, or leave it out.');
  });

  test('one that takes too much memory ends its own thread, and not the refresh', async () => {
    const desk = deskHere({ limits: { fetch: FETCH_LIMITS, read: { time: 20_000, memory: 24 } } });
    expect(await readText(rss('<a><b/></a>'.repeat(400_000)), undefined, desk)).toBe('The feed “trouw” cannot be read without more than 24 MB of memory, so that something is wrong with it. Tell its publisher, or leave it out.');
  });

  test('entries of every odd shape lose themselves alone', async () => {
    expect(await feedEntries(rss(`<item/><item>words</item><item><link/><guid/></item><item><title/><title><b>x</b></title></item>${item('Good')}`))).toMatchObject({ total: 5, entries: [{}, {}, {}, {}, { title: 'Good' }] });
  });
});
