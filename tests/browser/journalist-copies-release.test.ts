import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { wordsIn } from '../../src/text/text.ts';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address } = inject('site');
const STORY = `${address}/en/press/family-reunification-within-the-term/`;

let browser: Browser;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  reader = await openReader(browser, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  page = await reader.context.newPage();
});
afterAll(async () => browser.close());

describe('A journalist', () => {
  test('copies the whole release with one button, and is told that it worked', async () => {
    await page.goto(STORY);
    await page.locator('.toolbar a').first().click();
    await page.waitForURL(/\/desk\/#text$/);
    const button = page.locator('[data-copy]');
    await button.click();
    await expect.poll(() => button.textContent()).toBe(wordsIn('en').press.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Havenlicht asks for family reunification decisions within the legal term');
    for (const part of ['Noor van Eijk', 'Yusuf (pseudonym)', wordsIn('en').press.notes, 'pers@havenlicht.example', 'https://havenlicht.example/en/press/family-reunification-within-the-term/']) expect(copied, part).toContain(part);
    expect(copied).not.toMatch(/<[a-z]|&amp;|&#/);
    expect([reader.elsewhere, reader.complaints]).toEqual([[], []]);
  });

  test('takes text and pictures home in one file', async () => {
    await page.goto(STORY);
    const download = page.waitForEvent('download');
    await page.locator('.toolbar a[download]').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('family-reunification-within-the-term-en.zip');
    const inside = unzipSync(readFileSync(await file.path()));
    expect(Object.keys(inside)).toEqual(expect.arrayContaining(['credits.txt', 'family-reunification-within-the-term-en.txt', 'two-suitcases.jpg']));
    expect(Buffer.from(inside['two-suitcases.jpg']!).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(Buffer.from(inside['credits.txt']!).toString()).toContain('two-suitcases.jpg');
  });

  test('finds all of it without JavaScript too, the buttons aside', async () => {
    const plain = await openReader(browser, { javaScriptEnabled: false });
    const visit = await plain.context.newPage();
    await visit.goto(`${STORY}desk/`);
    expect(await visit.locator('#text').textContent()).toContain('Noor van Eijk');
    expect(await visit.locator('[data-copy]').isVisible()).toBe(false);
    expect(await visit.locator('a[href$=".txt"]').isVisible()).toBe(true);
    await plain.context.close();
  });
});
