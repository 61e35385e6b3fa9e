import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { wordsIn } from '../../src/text/text.ts';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address } = inject('site');
const STORY = 'press/family-reunification-within-the-term/';

let browser: Browser;
let reader: Reader;
let page: Page;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());
beforeEach(async () => {
  await reader?.context.close();
  // An old phone whose owner has switched programs off.
  reader = await openReader(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  page = await reader.context.newPage();
});

describe('A reader with JavaScript switched off', () => {
  test('reads a story in Arabic, from right to left', async () => {
    await page.goto(`${address}/ar/${STORY}`);
    const html = page.locator('html');
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(await page.locator('h1').textContent()).toContain('لمّ شمل الأسر');
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).direction)).toBe('rtl');
    expect(await page.locator('.prose p').count()).toBeGreaterThan(3);
    const name = (await page.locator('.nameplate').boundingBox())!;
    const languages = (await page.locator('.languages').boundingBox())!;
    // The organisation's name stands where reading begins.
    expect(name.x + name.width).toBeGreaterThan(languages.x + languages.width);
    expect(reader.complaints).toEqual([]);
  });

  test('changes from Dutch to Arabic and back without losing the story', async () => {
    await page.goto(`${address}/nl/${STORY}`);
    await page.locator('.languages summary').click();
    await page.locator('.languages a[hreflang="ar"]').click();
    await page.waitForURL(`${address}/ar/${STORY}`);
    await page.locator('.languages summary').click();
    await page.locator('.languages a[hreflang="nl"]').click();
    await page.waitForURL(`${address}/nl/${STORY}`);
  });

  test('gets a story that Arabic lacks in English, is told so in Arabic, and can go to the English page', async () => {
    await page.goto(`${address}/ar/press/year-report-2024-in-plain-words/`);
    const notice = page.locator('.notice-fallback');
    expect(await notice.textContent()).toContain('العربية');
    expect(await notice.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
    for (const foreign of ['h1', '.prose']) expect(await page.locator(foreign).first().evaluate((text) => getComputedStyle(text).direction), foreign).toBe('ltr');
    await notice.locator('a').click();
    await page.waitForURL(`${address}/en/press/year-report-2024-in-plain-words/`);
  });

  test('goes from the front page to a section, a story, a topic and back to the front', async () => {
    await page.goto(`${address}/ar/`);
    await page.locator('.masthead nav a[href="/ar/fact-checks/"]').click();
    await page.locator('main article a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/ar\/fact-checks\/[a-z0-9-]+\/$/);
    await page.locator('.story-head a[href^="/ar/topics/"]').first().click();
    expect(await page.locator('main article').count()).toBeGreaterThan(0);
    await page.locator('.nameplate').click();
    await page.waitForURL(`${address}/ar/`);
  });

  test('is told on the search page that it needs a program, and finds the sections there', async () => {
    await page.goto(`${address}/ar/search/`);
    expect(await page.locator('noscript').textContent()).toContain(wordsIn('ar').search.noScript);
    expect(await page.locator('main a[href="/ar/press/"]').isVisible()).toBe(true);
  });

  test('is sent to a page in Arabic when the browser asks for it, and from an old address to the new one', async () => {
    const { context } = await openReader(browser, { locale: 'ar' });
    const visit = await context.newPage();
    await visit.goto(`${address}/`);
    expect(visit.url()).toBe(`${address}/ar/`);
    await visit.goto(`${address}/ar/press/old-call-for-internet/`);
    expect(visit.url()).toBe(`${address}/ar/press/free-internet-outside-the-centre/`);
    await context.close();
  });
});
