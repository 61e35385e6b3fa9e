import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '../../src/text/text.ts';
import { foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, type ProjectCopy } from '../workbench.ts';
import { find, pagesOf } from './built-site.ts';

const languages = ['nl', 'en', 'fa', 'ti', 'he-IL'];
let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy, { languages });
  await copy.write('content/press/library-on-sundays/index.fa.md', pressFile({ title: 'کتابخانه یکشنبه‌ها باز است', translation: { origin: 'machine' }, image: 'street.jpg', media: ['street.jpg'] }, 'متن کوتاه.'));
  await copy.write('content/press/library-on-sundays/index.ti.md', pressFile({ title: 'ቤተ መጻሕፍቲ ሰንበት ክፉት እዩ', translation: { origin: 'machine' }, image: 'street.jpg', media: ['street.jpg'] }, 'ሓጺር ጽሑፍ።'));
  expect((await copy.build({ strict: true })).said).toContain('pages');
});
afterAll(() => copy.discard());

test.each([['fa', 'rtl'], ['ti', 'ltr'], ['nl', 'ltr']])('An organisation that adds “%s” gets it on every page, from the right side (%s)', (lang, dir) => {
  const pages = pagesOf(copy.client).filter((page) => page.path.startsWith(`/${lang}/`));
  expect(pages.length).toBeGreaterThan(9);
  for (const page of pages) expect(find(page, 'html')!.attributes, page.path).toMatchObject({ lang, dir });
});

test.each(['fa', 'ti'])('The words around the texts are in “%s” too', (lang) => {
  const front = readFileSync(join(copy.client, lang, 'index.html'), 'utf8');
  for (const word of [wordsIn(lang).sections.press, wordsIn(lang).sections.search, wordsIn(lang).site.skip]) {
    expect(word).not.toBe(wordsIn('en').sections.press);
    expect(front).toContain(word);
  }
});

test('A language without words of its own is written from its own side, with the words of another', () => {
  const front = pagesOf(copy.client).find((page) => page.path === '/he-IL/')!;
  expect(find(front, 'html')!.attributes).toMatchObject({ lang: 'he-IL', dir: 'rtl' });
  expect(front.html).toContain(wordsIn('en').sections.press);
});

test('A sitemap for news names the stories of the last two days in each language', () => {
  const map = readFileSync(join(copy.client, 'news-sitemap.xml'), 'utf8');
  expect([...map.matchAll(/<news:language>([^<]*)</g)].map(([, lang]) => lang).sort()).toEqual(['en', 'fa', 'nl', 'ti']);
  expect(map).not.toContain('forty-buses');
});
