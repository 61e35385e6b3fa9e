import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { wordsIn } from '../../src/text/text.ts';
import { openBrowser, openReader } from './reader.ts';

const { address } = inject('site');
let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

describe('A reader', () => {
  test.each([
    ['nl', 'gezinshereniging', '/nl/press/family-reunification-within-the-term/'],
    ['en', 'screenshots', '/en/press/free-internet-outside-the-centre/'],
    ['tr', 'ücretsiz internet', '/tr/press/free-internet-outside-the-centre/'],
    ['ar', 'الأسر', '/ar/press/family-reunification-within-the-term/'],
    ['uk', 'волонтерів', '/uk/press/volunteers-wanted-autumn/'],
  ])('finds in %s “%s”', async (lang, question, story) => {
    const reader = await openReader(browser);
    const page = await reader.context.newPage();
    await page.goto(`${address}/${lang}/search/`, { waitUntil: 'networkidle' });
    const before = reader.requests.length;
    expect(reader.requests.filter((url) => /pagefind|\/search\/.+\./.test(new URL(url).pathname)), 'nothing of the index is fetched before the first question').toEqual([]);
    await page.locator('#q').fill(question);
    await page.locator('#q').press('Enter');
    const link = page.locator(`#search-results a[href^="${story}"]`);
    await link.waitFor();
    expect(await page.locator('#search-state').textContent()).toMatch(/\p{N}/u);
    expect(reader.requests.length).toBeGreaterThan(before);
    expect(await page.locator('#search-results a').evaluateAll((links, start) => links.every((one) => (one as HTMLAnchorElement).pathname.startsWith(start)), `/${lang}/`)).toBe(true);
    expect([reader.elsewhere, reader.complaints]).toEqual([[], []]);
    await link.click();
    await page.waitForURL(`${address}${story}`);
    await page.goBack();
    // The question stands in the address, so that going back shows the answer again.
    await page.locator('#search-results li').first().waitFor();
    expect(await page.locator('#q').inputValue()).toBe(question);
    await reader.context.close();
  });

  test('is told when nothing was found, with the word that was looked for', async () => {
    const { context } = await openReader(browser);
    const page = await context.newPage();
    await page.goto(`${address}/nl/search/?q=${encodeURIComponent('<b>kwast</b>')}`);
    await expect.poll(() => page.locator('#search-state').textContent()).toContain('<b>kwast</b>');
    expect(await page.locator('main b').count()).toBe(0);
    await context.close();
  });

  test('is told when the connection breaks, and can ask again', async () => {
    const { context } = await openReader(browser);
    const page = await context.newPage();
    await page.goto(`${address}/en/search/`);
    await context.setOffline(true);
    await page.locator('#q').fill('internet');
    await page.locator('#q').press('Enter');
    await expect.poll(() => page.locator('#search-state').textContent()).toBe(wordsIn('en').search.failed);
    await context.setOffline(false);
    await page.locator('#q').press('Enter');
    await page.locator('#search-results li').first().waitFor();
    await context.close();
  });

  test('sees no draft and no embargoed story among the answers', async () => {
    const { context } = await openReader(browser);
    const page = await context.newPage();
    for (const question of ['leestafel tweede middag', 'nieuwkomers eerste huis rapport']) {
      await page.goto(`${address}/nl/search/?q=${encodeURIComponent(question)}`);
      await expect.poll(() => page.locator('#search-state').textContent()).toMatch(/\d|“|‘|«/);
      expect(await page.locator('#search-results a[href*="draft-sample"], #search-results a[href*="embargo-sample"]').count()).toBe(0);
    }
    await context.close();
  });
});
