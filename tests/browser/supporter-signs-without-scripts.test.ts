import { describe, expect, test } from 'vitest';
import { openReader } from './reader.ts';
import { fillIn, sign, SLUG, useSigning } from './signing-server.ts';

const PAGE = `petitions/${SLUG}/`;

const desk = useSigning();

describe('A supporter whose browser runs no scripts', () => {
  test('mends what is missing, signs, and is thanked', async () => {
    const { context, elsewhere, complaints } = await openReader(desk.browser, { javaScriptEnabled: false, locale: 'nl' });
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/nl/${PAGE}?utm_source=whatsapp`);
    await page.getByLabel('Uw naam').fill('Sam "de" Vries <b>');
    await sign(page);
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
    await sign(page);
    expect(page.url()).toBe(`${desk.server.address}/nl/${PAGE}thanks/`);
    expect(await page.locator('h1').textContent()).toMatch(/dank/i);
    expect((await desk.server.ledger.counts(SLUG)).states.valid).toBe(1);
    expect(elsewhere).toEqual([]);
    // A browser reports every answer that is no success; the page with the faults is one on purpose.
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await context.close();
  });

  test('is not refused by our own headers, whatever the page says about where it comes from', async () => {
    const before = (await desk.server.ledger.counts(SLUG)).states.valid;
    for (const [at, rule] of ['no-referrer', 'origin', 'unsafe-url'].entries()) {
      const { context } = await openReader(desk.browser, { javaScriptEnabled: false });
      const page = await context.newPage();
      // A proxy or the organisation may set another rule than ours.
      await page.route(`**/en/${PAGE}`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, headers: { ...answer.headers(), 'referrer-policy': rule } });
      });
      await page.goto(`${desk.server.address}/en/${PAGE}`);
      await fillIn(page, `sam.${at}@example.org`);
      await sign(page);
      expect([rule, page.url()]).toEqual([rule, `${desk.server.address}/en/${PAGE}thanks/`]);
      await context.close();
    }
    expect((await desk.server.ledger.counts(SLUG)).states.valid).toBe(before + 3);
  });
});
