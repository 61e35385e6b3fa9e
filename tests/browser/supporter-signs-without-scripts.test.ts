import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { NOW } from '../workbench.ts';
import { openBrowser, openReader } from './reader.ts';
import { serveSigning, type SigningServer } from './signing-server.ts';

const { root } = inject('site');
const PAGE = 'petitions/decide-within-the-term/';

let browser: Browser;
let server: SigningServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await serveSigning(root, Date.parse(NOW));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('A supporter whose browser runs no scripts', () => {
  test('mends what is missing, signs, and is thanked', async () => {
    const { context, elsewhere, complaints } = await openReader(browser, { javaScriptEnabled: false, locale: 'nl' });
    const page = await context.newPage();
    await page.goto(`${server.address}/nl/${PAGE}?utm_source=whatsapp`);
    await page.getByLabel('Uw naam').fill('Sam "de" Vries <b>');
    await page.locator('form.sign button[type=submit]').click();
    expect(await page.locator('.faults a').count()).toBe(2);
    expect(await page.title()).toMatch(/^[^:]+: /);
    // The reason has the focus, so that whoever hears the page hears it first.
    expect(await page.locator('.faults').evaluate((faults) => faults === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Uw naam').inputValue()).toBe('Sam "de" Vries <b>');
    await page.locator('.faults a').first().click();
    expect(page.url()).toContain('#email');
    await page.getByLabel('Uw naam').fill('Sam de Vries');
    await page.locator('#email').fill('sam@example.org');
    await page.locator('#consent').check();
    await page.locator('form.sign button[type=submit]').click();
    expect(page.url()).toBe(`${server.address}/nl/${PAGE}thanks/`);
    expect(await page.locator('h1').textContent()).toMatch(/dank/i);
    expect((await server.ledger.counts('decide-within-the-term')).states.valid).toBe(1);
    expect(elsewhere).toEqual([]);
    // A browser reports every answer that is no success; the page with the faults is one on purpose.
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await context.close();
  });

  test('is not refused by our own headers, whatever the page says about where it comes from', async () => {
    const before = (await server.ledger.counts('decide-within-the-term')).states.valid;
    for (const [at, rule] of ['no-referrer', 'origin', 'unsafe-url'].entries()) {
      const { context } = await openReader(browser, { javaScriptEnabled: false });
      const page = await context.newPage();
      // A proxy or the organisation may set another rule than ours.
      await page.route(`**/en/${PAGE}`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, headers: { ...answer.headers(), 'referrer-policy': rule } });
      });
      await page.goto(`${server.address}/en/${PAGE}`);
      await page.locator('#name').fill('Sam');
      await page.locator('#email').fill(`sam.${at}@example.org`);
      await page.locator('#consent').check();
      await page.locator('form.sign button[type=submit]').click();
      expect([rule, page.url()]).toEqual([rule, `${server.address}/en/${PAGE}thanks/`]);
      await context.close();
    }
    expect((await server.ledger.counts('decide-within-the-term')).states.valid).toBe(before + 3);
  });
});
