import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address } = inject('site');
const PAGES = ['/nl/', '/ar/', '/nl/press/family-reunification-within-the-term/', '/ar/fact-checks/refugees-in-the-netherlands-and-turkiye/', '/en/events/talk-how-a-family-waits/', '/nl/search/', '/nl/press/family-reunification-within-the-term/desk/'];

let browser: Browser;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  reader = await openReader(browser);
  page = await reader.context.newPage();
});
afterAll(async () => browser.close());

/** What has the focus, and how it shows. */
const focused = () => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { width, height, top, left } = element.getBoundingClientRect();
  const key = (globalThis as unknown as { stops?: Element[] }).stops ??= [];
  if (!key.includes(element)) key.push(element);
  return {
    stop: key.indexOf(element), name: `${element.tagName} ${element.textContent?.trim().slice(0, 40)} ${element.getAttribute('href') ?? ''}`,
    outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)', onScreen: width > 0 && height > 0 && top + height > 0 && top < innerHeight && left + width > 0 && left < innerWidth,
  };
});

describe('Somebody who reads with the keyboard', () => {
  test.each(PAGES)('comes on %s first to the way past the menu, then everywhere, sees where they are, and gets out again', async (path) => {
    await page.goto(address + path);
    const there = await page.locator('a[href]:visible, button:visible, input:visible, summary:visible').count();
    await page.keyboard.press('Tab');
    const first = await focused();
    expect(first?.name).toContain('#main');
    const seen = new Set<number>();
    let stop = first;
    for (let presses = 0; stop && presses <= there + 5; presses++) {
      expect(seen.has(stop.stop), `came back to ${stop.name}`).toBe(false);
      seen.add(stop.stop);
      expect(stop.outlined, `the focus shows on ${stop.name}`).toBe(true);
      expect(stop.onScreen, `${stop.name} is on the screen`).toBe(true);
      await page.keyboard.press('Tab');
      stop = await focused();
      if (stop?.stop === first!.stop) break;
    }
    // Every link and button was met; a menu that is closed keeps its own back.
    expect(seen.size).toBeGreaterThanOrEqual(there);
  });

  test('jumps to the text', async () => {
    await page.goto(`${address}/nl/press/family-reunification-within-the-term/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
  });

  test('opens the languages with Enter and chooses one', async () => {
    await page.goto(`${address}/nl/press/family-reunification-within-the-term/`);
    await page.locator('.languages summary').focus();
    expect(await page.locator('.languages a').first().isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.locator('.languages a').first().isVisible()).toBe(true);
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('hreflang'))).toBe('ar');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}/ar/press/family-reunification-within-the-term/`);
  });

  test('finds everything large enough to tap on a phone', async () => {
    const phone = await openReader(browser, { viewport: { width: 320, height: 640 } });
    const small = await phone.context.newPage();
    for (const path of PAGES) {
      await small.goto(address + path);
      const tiny = await small.locator('.masthead a:visible, .skip:visible, summary:visible, button:visible, .button:visible, .toolbar a:visible, .facade:visible').evaluateAll((targets) => targets.filter((target) => target.getBoundingClientRect().height < 24 || target.getBoundingClientRect().width < 24).map((target) => target.outerHTML.slice(0, 80)));
      expect(tiny, path).toEqual([]);
    }
    await phone.context.close();
  });
});
