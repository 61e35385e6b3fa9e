import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { site } from '../../src/site.ts';
import { pageKinds } from './page-kinds.ts';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address, client } = inject('site');
let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

describe.each(site.languages)('On a phone of 320 pixels, in “%s”', (lang) => {
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    reader = await openReader(browser, { viewport: { width: 320, height: 640 }, locale: lang });
    page = await reader.context.newPage();
  });
  afterAll(async () => reader.context.close());

  test.each(pageKinds(client, lang))('$kind: fits the screen, asks no other host, raises no error', async ({ kind, path }) => {
    const complained = reader.complaints.length;
    const strangers = reader.elsewhere.length;
    const response = await page.goto(address + path, { waitUntil: 'load' });
    expect(response!.status()).toBe(kind === 'page not found' ? 404 : 200);
    const { wide, sticking } = await page.evaluate(() => {
      const screen = document.documentElement.clientWidth;
      // Boxes that scroll by themselves may hold more than they show.
      const scrolls = (element: Element): boolean => element !== document.documentElement && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || (element.parentElement !== null && scrolls(element.parentElement)));
      const wider = [...document.body.querySelectorAll('*')].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > screen + 1 || left < -1) && !scrolls(element);
      });
      return { wide: document.documentElement.scrollWidth, sticking: wider.map((element) => `${element.tagName}.${element.className}`) };
    });
    expect(sticking).toEqual([]);
    expect(wide).toBe(320);
    // The host of a recording is asked on that page alone; somebody opened it for that.
    const asked = reader.elsewhere.slice(strangers);
    if (kind === 'recording') expect(asked.map((url) => new URL(url).host)).toEqual(['video.example.org']);
    else expect(asked).toEqual([]);
    const ours = (complaint: string) => !(kind === 'page not found' && complaint.includes('404')) && !(kind === 'recording' && complaint.includes('net::ERR_FAILED'));
    expect(reader.complaints.slice(complained).filter(ours)).toEqual([]);
  });
});

test('The record of complaints would have held a refusal by the policy', async () => {
  const reader = await openReader(browser);
  const page = await reader.context.newPage();
  await page.goto(`${address}/nl/`);
  await page.evaluate(() => {
    document.body.appendChild(document.createElement('img')).src = 'https://elsewhere.example/a.png';
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'h1 { color: red }' }));
  });
  for (const rule of ['img-src', 'style-src']) await expect.poll(() => reader.complaints.filter((complaint) => complaint.includes('Content Security Policy') && complaint.includes(rule)).length, { message: rule }).toBeGreaterThan(0);
  expect(reader.elsewhere).toEqual([]);
  await reader.context.close();
});
