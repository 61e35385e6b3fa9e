import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { SIZES } from '../../src/share/size.ts';
import { isStory, pagesOf } from './built-site.ts';

const { client } = inject('site');
const property = (html: string, name: string) => new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
// Moved pages only lead on.
const stories = pagesOf(client).filter(({ path, html }) => isStory(path) && !html.includes('http-equiv="refresh"'));

test('every story has a picture of its own for link previews, in the language of its text', () => {
  expect(stories.length).toBeGreaterThan(60);
  for (const { path, html } of stories) {
    // A page that stands in for a missing translation names the text's own address.
    const [, lang, , slug] = new URL(/<link rel="canonical" href="([^"]*)"/.exec(html)![1]!).pathname.split('/');
    expect(property(html, 'og:image'), path).toMatch(new RegExp(`/share/${slug}-${lang}-1200x630-[0-9a-f]{10}\\.(png|jpg)$`));
  }
});

test('the words for it hold the title, or the fact of a fact check', () => {
  for (const { path, html } of stories.filter((page) => page.path.includes('/press/'))) {
    expect(property(html, 'og:image:alt'), path).toContain(property(html, 'og:title').replace(/[.]$/, ''));
  }
});

test('flat link pictures have at most 30 kB, flat ones of other sizes 100 kB, those with a photo 300 kB; none tells more than it shows', async () => {
  const files = readdirSync(join(client, 'share')).filter((file) => !file.endsWith('.pdf'));
  const shown = new Set(stories.map(({ html }) => property(html, 'og:image').split('/').at(-1)));
  expect([...shown].filter((file) => !files.includes(file!))).toEqual([]);
  expect(files.some((file) => file.endsWith('.png')) && files.some((file) => file.endsWith('.jpg'))).toBe(true);
  for (const file of files) {
    const bytes = readFileSync(join(client, 'share', file));
    expect(bytes.length, file).toBeLessThanOrEqual(file.endsWith('.jpg') ? 300_000 : file.includes('-1200x630-') ? 30_000 : 100_000);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect(file).toContain(`-${width}x${height}-`);
    expect(exif, file).toBeUndefined();
  }
});

test('every text has a poster, and everything of its kit in one file', () => {
  for (const { path, html } of stories) {
    // A page that stands in for a missing translation has none of its own.
    const [, lang, section, slug] = new URL(/<link rel="canonical" href="([^"]*)"/.exec(html)![1]!).pathname.split('/') as [string, string, string, string];
    const files = Object.keys(unzipSync(readFileSync(join(client, lang, section, slug, 'kit', `${slug}-${lang}-kit.zip`))));
    expect(files, path).toEqual(expect.arrayContaining([`${slug}-${lang}-poster.pdf`, 'alt-texts.txt']));
    for (const size of SIZES) expect(files.some((file) => file.startsWith(`${slug}-${lang}-${size}.`)), `${path} ${size}`).toBe(true);
  }
});
