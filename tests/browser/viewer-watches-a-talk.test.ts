import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openReader } from './reader.ts';

const { address } = inject('site');
let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

test('The host of a recording learns of a viewer only when the viewer opens the recording', async () => {
  const reader = await openReader(browser);
  const page = await reader.context.newPage();
  await page.goto(`${address}/en/events/talk-how-a-family-waits/`, { waitUntil: 'networkidle' });
  const facade = page.locator('a.facade');
  expect(await facade.textContent()).toContain('video.example.org');
  await facade.hover();
  expect(reader.elsewhere).toEqual([]);
  await facade.click();
  await page.waitForURL(/\/watch\/$/);
  await expect.poll(() => reader.elsewhere.length).toBe(1);
  expect(new URL(reader.elsewhere[0]!).host).toBe('video.example.org');
  expect(await page.locator('iframe').getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin');
  expect(await page.locator('iframe').getAttribute('sandbox')).not.toContain('allow-top-navigation');
  await reader.context.close();
});

test('Somebody who cannot or will not watch reads the talk: its summary stands beside it', async () => {
  const reader = await openReader(browser, { javaScriptEnabled: false });
  const page = await reader.context.newPage();
  await page.goto(`${address}/ar/events/talk-how-a-family-waits/`);
  expect((await page.locator('.prose').textContent())!.length).toBeGreaterThan(800);
  expect(reader.elsewhere).toEqual([]);
  await reader.context.close();
});
