import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessSite, AMINA } from '../web/access-site.ts';
import { openBrowser, openReader } from './reader.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

const barriersOn = async (page: Page) => {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

test('A director opens the link, presses the button with the keyboard, reads, and signs out, without a script', async () => {
  const site = await accessSite();
  const reader = await openReader(browser, { javaScriptEnabled: false, locale: 'nl-NL' });
  const page = await reader.context.newPage();
  const link = `${site.address}/reach/sign-in/${await site.link()}`;
  await page.goto(link);
  expect(await page.locator('h1').innerText()).toBe('Uw persoonlijke link');
  await page.locator('.door button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.address}/reach/`);
  expect(await page.locator('body').innerText()).toContain(AMINA);
  expect(await reader.context.cookies()).toEqual([expect.objectContaining({ name: 'rostrum_reach', path: '/reach/', httpOnly: true, sameSite: 'Lax' })]);
  // The button is the dashboard's, which shows it on its pages; here a page of the same site stands in for one.
  await page.route(`${site.address}/reach/`, (route) => route.fulfill({ contentType: 'text/html', body: '<meta name="referrer" content="strict-origin"><form method="post" action="/reach/sign-out/"><button>x</button></form>' }));
  await page.goto(`${site.address}/reach/`);
  await page.locator('button').click();
  await page.waitForURL(`${site.address}/reach/sign-in/?again=out`);
  expect(await page.locator('[role=status]').innerText()).toContain('U bent uitgelogd');
  expect(await reader.context.cookies()).toEqual([]);
  await page.goto(link);
  expect(page.url()).toBe(`${site.address}/reach/sign-in/?again=link`);
  expect(await page.locator('[role=alert]').innerText()).toContain('Deze link werkt niet');
  expect([reader.complaints, reader.elsewhere]).toEqual([[], []]);
  await reader.context.close();
});

describe.each(['light', 'dark'] as const)('The door in %s colours', (colorScheme) => {
  test.each(['nl', 'ar'])('is for everybody, and fits a phone, in %s', async (lang) => {
    const site = await accessSite({ room: { google: { address: () => '/', proof: async () => undefined } } });
    const reader = await openReader(browser, { bypassCSP: true, colorScheme, viewport: { width: 320, height: 640 } });
    const page = await reader.context.newPage();
    for (const path of [`/reach/sign-in/?lang=${lang}`, `/reach/sign-in/?lang=${lang}&again=google`, `/reach/sign-in/${await site.link()}?lang=${lang}`]) {
      await page.goto(site.address + path);
      expect(await barriersOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      for (const target of await page.locator('.door .button').all()) expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });
});
