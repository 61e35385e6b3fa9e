import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { site } from '../../src/site.ts';
import { pageKinds } from './page-kinds.ts';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address, client } = inject('site');
/** Words that stories of each language hold, so that the search page has something to show. */
const QUESTIONS: Record<string, string> = { nl: 'internet', en: 'internet', tr: 'internet', ar: 'الإنترنت', uk: 'волонтери' };

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

describe.each(site.languages)('People who use assistive technology in “%s”', (lang) => {
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    // The checking program is brought along by the test; no policy of ours would let it in.
    reader = await openReader(browser, { bypassCSP: true });
    page = await reader.context.newPage();
  });
  afterAll(async () => reader.context.close());

  test.each(pageKinds(client, lang))('can use: $kind', async ({ kind, path }) => {
    await page.goto(address + path + (kind === 'search' ? `?q=${encodeURIComponent(QUESTIONS[lang]!)}` : ''));
    if (kind === 'search') await page.locator('#search-results li').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  test('can use: page at an old address, where no server leads on', async () => {
    const html = readFileSync(join(client, lang, 'press/old-call-for-internet/index.html'), 'utf8');
    await page.goto('about:blank');
    await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
    expect(await barriersOn(page)).toEqual([]);
  });
});

test('The check sees what is wrong: grey on white, a picture without words, a field without a name', async () => {
  const { context } = await openReader(browser, { bypassCSP: true });
  const page = await context.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>a</title><main><h1>a</h1><p style="color:#bbb;background:#fff">A pale sentence</p><img src="data:,"><input></main></html>');
  expect(new Set((await barriersOn(page)).map((barrier) => barrier.split(':')[0]))).toEqual(new Set(['color-contrast', 'image-alt', 'label']));
  await context.close();
});

/** What axe finds on the page, in light and dark, on a phone and on a large screen. */
async function barriersOn(page: Page): Promise<string[]> {
  const barriers: string[] = [];
  await page.addScriptTag({ content: axe.source });
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        // Frames belong to the host of a recording; they are looked at as one element of our page.
        const options: RunOptions = { iframes: false, resultTypes: ['violations'] };
        const results: AxeResults = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options);
        return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target: String(target), why: failureSummary })));
      });
      barriers.push(...found.map(({ id, target, why }) => `${id}: ${target} (${width} px, ${colorScheme}) ${why?.split('\n')[1]?.trim()}`));
    }
  }
  return barriers;
}
