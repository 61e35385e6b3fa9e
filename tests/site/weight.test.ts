import { describe, expect, inject, test } from 'vitest';
import { site } from '../../src/site.ts';
import { isTool, pagesOf } from './built-site.ts';
import { burdensOf, bytesOnTheWire, HEAVIEST, median, MEDIAN, scriptsOf, zipped } from './page-weight.ts';

const { client } = inject('site');
const pages = pagesOf(client);
const reading = pages.filter((page) => !isTool(page.path));

describe('A reader on an old phone', () => {
  test('gets every reading page in 14,000 bytes, without programs, from one host', () => {
    expect(reading.length).toBeGreaterThan(100);
    const burdened = reading.flatMap((page) => burdensOf(page.html).map((burden) => `${page.path} ${burden}`));
    expect(burdened).toEqual([]);
  });

  test('gets half of the reading pages in 7,000 bytes', () => {
    expect(median(reading.map((page) => bytesOnTheWire(page.html)))).toBeLessThanOrEqual(MEDIAN);
  });

  test('needs nothing beside the page to read it: the styles stand in it', () => {
    for (const page of reading) {
      if (page.html.includes('http-equiv="refresh"')) continue;
      expect(page.elements.filter(({ name }) => name === 'style'), page.path).toHaveLength(1);
      expect(page.elements.filter(({ name, attributes }) => name === 'link' && attributes['rel'] === 'stylesheet'), page.path).toEqual([]);
    }
  });
});

describe.each([
  ['A supporter on an old phone', 'petition', /^\/[a-z-]+\/petitions\/(?!page\/)[^/]+\/$/, HEAVIEST, 3 * site.languages.length],
  ['A supporter who has signed', 'thank-you page', /^\/[a-z-]+\/petitions\/[^/]+\/thanks\/$/, HEAVIEST, 3 * site.languages.length],
  ['Whoever passes a story on', 'share kit', /\/kit\/$/, 20_000, 50],
] as const)('%s', (_, what, kind, heaviest, least) => {
  const own = pages.filter(({ path }) => kind.test(path));

  test(`gets every ${what} in ${heaviest} bytes and one program, from one host`, () => {
    expect(own.length).toBeGreaterThanOrEqual(least);
    for (const { path, html } of own) expect(burdensOf(html, heaviest), path).toEqual(['runs a script']);
  });

  test(`gets no more than 10,000 bytes of program with a ${what}, imported parts included`, () => {
    for (const { path, html } of own) {
      const scripts = scriptsOf(html, client);
      expect(scripts.length, path).toBeGreaterThan(0);
      expect(zipped(scripts, client), path).toBeLessThanOrEqual(10_000);
    }
  });
});

describe('The scales', () => {
  test('let a page of 14,000 bytes pass and stop one of 14,001', () => {
    expect(burdensOf(pageOf(HEAVIEST))).toEqual([]);
    expect(burdensOf(pageOf(HEAVIEST + 1))).toEqual(['weighs 14001 bytes, 1 too many']);
  });

  test.each([
    ['<script>1</script>', 'runs a script'],
    ['<script type="module" src="/a.js"></script>', 'runs a script'],
    ['<p onclick="a()">a</p>', '<p onclick> runs a script'],
    ['<a href=" javascript:a()">a</a>', '<a href> runs a script'],
    ['<img src="https://elsewhere.example/a.png" alt="">', '<img> loads https://elsewhere.example/a.png'],
    ['<img src="//elsewhere.example/a.png" alt="">', '<img> loads //elsewhere.example/a.png'],
    ['<img src="/a.png" srcset="/a.png 1x, https://elsewhere.example/b.png 2x" alt="">', '<img> loads https://elsewhere.example/b.png'],
    ['<link rel="stylesheet" href="https://elsewhere.example/a.css">', '<link> loads https://elsewhere.example/a.css'],
    ['<style>@import "https://elsewhere.example/a.css";</style>', 'has a style that loads from another host'],
    ['<style>p { background: url(https://elsewhere.example/a.png) }</style>', 'has a style that loads from another host'],
    ['<iframe src="https://elsewhere.example/"></iframe>', '<iframe> loads https://elsewhere.example/'],
    ['<video poster="https://elsewhere.example/a.jpg"></video>', '<video> loads https://elsewhere.example/a.jpg'],
  ])('notice %s', (html, burden) => {
    expect(burdensOf(`<!doctype html><title>a</title>${html}`)).toEqual([burden]);
  });

  test('weigh a program together with the parts that it imports', () => {
    const petition = pages.find(({ path }) => path === '/en/petitions/decide-within-the-term/')!;
    const scripts = scriptsOf(petition.html, client);
    expect(scripts.length).toBeGreaterThan(1);
    expect(zipped(scripts, client)).toBeGreaterThan(zipped(scripts.slice(0, 1), client));
  });

  test('do not mind what loads nothing from elsewhere', () => {
    const html = '<link rel="canonical" href="https://elsewhere.example/"><script type="application/ld+json">{}</script><a href="https://elsewhere.example/">a</a><img src="/a.png" alt="">';
    expect(burdensOf(`<!doctype html><title>a</title>${html}`)).toEqual([]);
  });
});

/** A page that weighs exactly so many bytes: letters that no compression can foresee, taken until it fits. */
function pageOf(bytes: number): string {
  for (let seed = 1; seed < 50; seed++) {
    let state = seed;
    const letter = () => String.fromCharCode(97 + Math.floor(((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * 26));
    const letters = Array.from({ length: 40_000 }, letter).join('');
    const pageWith = (length: number) => `<!doctype html><title>a</title><p>${letters.slice(0, length)}`;
    let from = 0;
    let to = letters.length;
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (bytesOnTheWire(pageWith(middle)) < bytes) from = middle + 1;
      else to = middle;
    }
    for (let length = from - 8; length < from + 8; length++) if (bytesOnTheWire(pageWith(length)) === bytes) return pageWith(length);
  }
  throw new Error(`No page of ${bytes} bytes was found.`);
}
