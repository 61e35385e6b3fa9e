import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directionOf } from '../../src/domain/language.ts';
import { fitText, type FittedText } from '../../src/share/fit.ts';
import { maskOf } from '../../src/share/mask.ts';
import { glyphsOf } from '../../src/share/place.ts';
import type { Role } from '../../src/share/typeface.ts';
import { articleTitles } from '../share/declaration.ts';
import { HARD_CASES } from '../share/hard-cases.ts';
import { drawByBrowser, loadTypeface, type Sheet } from './drawn-by-browser.ts';
import { wrongInk, type InkPicture } from './ink.ts';
import { openBrowser, openReader } from './reader.ts';

const WIDTH = 1080;
const MOST_WRONG = 0.001;
let browser: Browser;
let pages: Record<'headline' | 'reading', Page>;

beforeAll(async () => {
  browser = await openBrowser();
  const { context } = await openReader(browser, { viewport: { width: WIDTH + 120, height: 1200 } });
  pages = { headline: await context.newPage(), reading: await context.newPage() };
  for (const [role, page] of Object.entries(pages)) await loadTypeface(page, role as Role);
});
afterAll(() => browser.close());

test.each(['ar', 'fa', 'tr', 'nl', 'uk', 'ti', 'he'])('the thirty articles of human rights are drawn as a browser draws them, in %s', async (lang) => {
  const titles = articleTitles(lang);
  expect(titles).toHaveLength(30);
  const wrong: string[] = [];
  for (const title of titles) {
    const share = await compare(title, lang);
    if (share >= MOST_WRONG) wrong.push(`${(share * 100).toFixed(2)} %: ${title}`);
  }
  expect(wrong).toEqual([]);
});

test.each(HARD_CASES)('a browser draws the same, in large and in small letters: $lang, $about', async ({ lang, text }) => {
  expect(await compare(text, lang)).toBeLessThan(MOST_WRONG);
  expect(await compare(text, lang, 'reading')).toBeLessThan(MOST_WRONG);
});

test('a dot in the wrong place, or a date that is turned round, would be found', async () => {
  const sheet = (text: string): Sheet => ({ lang: 'ar', lines: [text], size: 60, width: WIDTH, leading: 150 });
  const draw = (text: string) => drawByBrowser(pages.headline, sheet(text));
  const [right, dotless, turned] = [await draw('قفة 23/11/2026'), await draw('ٯڡة 23/11/2026'), await draw('قفة 2026/11/23')];
  expect(wrongInk(right, right)).toBe(0);
  expect(wrongInk(right, dotless)).toBeGreaterThan(MOST_WRONG * 5);
  expect(wrongInk(right, turned)).toBeGreaterThan(MOST_WRONG * 20);
});

async function compare(title: string, lang: string, role: keyof typeof pages = 'headline'): Promise<number> {
  const direction = directionOf(lang);
  const fitted = fitText({ text: title, field: 'title', role, size: [40, 74], colour: '#000000' }, { width: WIDTH, height: 374 }, lang, direction);
  const { paragraph, size, lines } = fitted;
  const sheet: Sheet = { lang, size, width: WIDTH, leading: Math.ceil(size * 2.2), lines: lines.map(({ from, to }) => paragraph.text.slice(paragraph.words[from]!.start, paragraph.words[to - 1]!.end)) };
  const theirs = await drawByBrowser(pages[role], sheet);
  // The browser chooses the baseline by the fonts’ own tables; the nearest fit downwards is taken, sideways nothing is moved.
  const shares = [];
  for (const down of candidates(fitted, sheet, theirs)) shares.push(wrongInk(drawByUs(fitted, sheet, theirs, down), theirs));
  return Math.min(...shares);
}

function candidates(fitted: FittedText, sheet: Sheet, theirs: InkPicture): number[] {
  const first = topOf(theirs) - topOf(drawByUs(fitted, sheet, theirs, 0));
  return [first, first - 1, first + 1];
}

function topOf({ ink, width }: InkPicture): number {
  return Math.floor(ink.findIndex((cover) => cover >= 128) / width);
}

function drawByUs({ paragraph, size, lines }: FittedText, { leading, width }: Sheet, frame: InkPicture, down: number): InkPicture {
  const glyphs = lines.flatMap((line, index) => {
    const start = paragraph.direction === 'rtl' ? 60 + width - line.width * size : 60;
    return glyphsOf(paragraph, line).map(({ font, id, at, pen, rise }) => ({ font, id, at, size, x: start + pen * size, y: Math.round(leading * (index + 0.6)) + down - rise * size }));
  });
  const mask = maskOf(glyphs)!;
  const ink = new Uint8Array(frame.width * frame.height);
  for (let y = 0; y < mask.height; y++) {
    if (mask.top + y < 0 || mask.top + y >= frame.height) continue;
    ink.set(mask.cover.subarray(y * mask.width, (y + 1) * mask.width), (mask.top + y) * frame.width + mask.left);
  }
  return { width: frame.width, height: frame.height, ink };
}
