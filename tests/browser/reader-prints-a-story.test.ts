import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address } = inject('site');
let browser: Browser;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  reader = await openReader(browser, { colorScheme: 'dark' });
  page = await reader.context.newPage();
  await page.emulateMedia({ media: 'print' });
});
afterAll(async () => browser.close());

test.each(['/nl/press/family-reunification-within-the-term/', '/ar/fact-checks/refugees-in-the-netherlands-and-turkiye/', '/en/events/talk-how-a-family-waits/'])('%s is printed as text without the parts one can only click', async (path) => {
  await page.goto(address + path);
  for (const part of ['.masthead nav', '.languages', '.skip', '.toolbar', '.related']) for (const found of await page.locator(part).all()) expect(await found.isVisible(), part).toBe(false);
  for (const part of ['h1', '.prose', 'time']) expect(await page.locator(part).first().isVisible(), part).toBe(true);
  expect(await page.locator('.nameplate').isVisible()).toBe(true);
  // Dark words on light paper, whatever the screen is set to.
  const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.querySelector('h1')!).color, getComputedStyle(document.body).backgroundColor].map((colour) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
    canvas.fillStyle = '#fff';
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part, 0);
  }));
  expect(ink!).toBeLessThan(200);
  expect(paper!).toBeGreaterThan(700);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  expect(reader.complaints).toEqual([]);
});
