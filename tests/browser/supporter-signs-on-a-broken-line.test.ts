import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/text/text.ts';
import { openReader } from './reader.ts';
import { fillIn, givenOn, kept, sign, SLUG, state, useSigning } from './signing-server.ts';

const desk = useSigning();
const words = wordsIn('en').signing.device;

const given = () => givenOn(desk.server);

/** Signs on a page whose line breaks while the signature is on its way. */
async function losingTheLine(context: BrowserContext, page: Page, email: string, name: string): Promise<void> {
  await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
  await fillIn(page, email, name);
  await context.route('**/sign', (route) => route.abort('connectionreset'));
  await sign(page).catch(() => {});
  await page.waitForURL('chrome-error://**').catch(() => {});
}

describe('A supporter whose signature is on its way', () => {
  test('is answered at an address that names nobody and nothing once the page has read it', async () => {
    const { context, requests } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'address@example.org', 'Ada Dres');
    await sign(page);
    await page.waitForURL('**/thanks/');
    await state(page).getByText('counted').waitFor();
    expect(page.url()).toBe(`${desk.server.address}/en/petitions/${SLUG}/thanks/`);
    const own = JSON.parse(await kept(page)) as { ref: string }[];
    // The answer is believed as it is; nothing was sent a second time.
    expect(requests.filter((address) => address.includes('/sign'))).toHaveLength(1);
    expect(requests.filter((address) => own.some(({ ref }) => address.includes(ref)))).toEqual([]);
    await context.close();
  });

  test('is thanked for it alone also on a network without encryption, where browsers make no hashes', async () => {
    const { context, requests } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.addInitScript(() => {
      for (const name of ['subtle', 'randomUUID']) Object.defineProperty(Crypto.prototype, name, { value: undefined });
    });
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'plain@example.org', 'Pia Lang');
    await sign(page);
    await page.waitForURL('**/thanks/');
    await state(page).getByText(words.received).waitFor();
    expect([requests.filter((address) => address.includes('/sign')).length, await kept(page)]).toEqual([1, expect.not.stringContaining('plain@example.org')]);
    await context.close();
  });

  test('loses the line, opens the thank-you page, reads that it waits, and is taken once the line is back', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    const before = await given();
    await losingTheLine(context, page, 'cut@example.org', 'Cleo Fos');
    const thanks = await context.newPage();
    // Without its last slash the address leads on to the page, as the answer to a form does.
    await thanks.goto(`${desk.server.address}/en/petitions/${SLUG}/thanks`);
    await state(thanks).getByText('could not be sent').waitFor();
    expect([await given(), await kept(thanks)]).toEqual([before, expect.stringContaining('cut@example.org')]);
    await context.unroute('**/sign');
    await thanks.getByRole('button', { name: words.again }).click();
    await state(thanks).getByText('stored with us').or(state(thanks).getByText('counted')).first().waitFor();
    expect([await given(), await kept(thanks)]).toEqual([before + 1, expect.not.stringContaining('cut@example.org')]);
    await context.close();
  });

  test('lends the telephone to somebody who signs meanwhile, and only the one who was answered is thanked', async () => {
    const { context } = await openReader(desk.browser);
    const [first, second] = [await context.newPage(), await context.newPage()];
    for (const page of [first, second]) await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await context.route('**/sign', async (route) => {
      if (route.request().postData()?.includes('slow')) return route.abort('connectionreset');
      await held;
      return route.fallback();
    });
    const before = await given();
    await fillIn(second, 'quick@example.org', 'Quirijn Vos');
    await second.locator('form.sign button[type=submit]').click({ noWaitAfter: true });
    await expect.poll(() => kept(first)).toContain('quick@example.org');
    // The newest on the device is the one that never arrives.
    await fillIn(first, 'slow@example.org', 'Sanne Low');
    await sign(first).catch(() => {});
    await first.waitForURL('chrome-error://**').catch(() => {});
    answer();
    await second.waitForURL('**/thanks/');
    await expect.poll(() => kept(second)).not.toContain('quick@example.org');
    expect(await kept(second)).toContain('slow@example.org');
    // The page that thanks the one speaks of nobody else.
    await state(second).getByText(words.received).or(state(second).getByText(words.counted)).waitFor();
    await second.waitForTimeout(500);
    expect(await state(second).textContent()).not.toContain('could not be sent');
    expect(await given()).toBe(before + 1);
    await context.close();
  });

  test('stops the browser, presses again, and is thanked', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    let posts = 0;
    // The first is never answered.
    await page.route('**/sign', (route) => (++posts > 1 ? route.fallback() : undefined));
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'stop@example.org', 'Stef Opper');
    const before = await given();
    const button = page.locator('form.sign button[type=submit]');
    await button.click({ noWaitAfter: true });
    await expect.poll(() => posts).toBe(1);
    await (await context.newCDPSession(page)).send('Page.stopLoading');
    await page.waitForTimeout(1_500);
    await button.click({ noWaitAfter: true });
    await page.waitForURL('**/thanks/');
    expect([posts, await given()]).toEqual([2, before + 1]);
    await context.close();
  });

  test('loses the line, reads without it that the signature is kept, and has it forgotten', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await losingTheLine(context, page, 'tunnel@example.org', 'Tunahan Nel');
    // The page comes from what the browser has kept.
    const later = await context.newPage();
    await later.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
    await later.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await state(later).getByText(words.waiting).waitFor();
    await later.getByRole('button', { name: words.forget }).click();
    expect(await kept(later)).toBe('');
    await context.close();
  });

  test('goes back to the page as the browser kept it, and reads there that the signature waits', async () => {
    const { context } = await openReader(desk.browser, { viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/nl/petitions/${SLUG}/`);
    // The first sending has to be over before the line breaks, or it would be the one that breaks.
    let over = () => {};
    const sent = new Promise<void>((resolve) => (over = resolve));
    await page.route('**/sign', (route) => route.fulfill({ status: 204 }).then(over));
    await fillIn(page, 'back@example.org', 'Babs Akkerman');
    await page.locator('form.sign button[type=submit]').click({ noWaitAfter: true });
    await sent;
    await expect.poll(() => kept(page)).toContain('leaving');
    await page.unroute('**/sign');
    await page.route('**/sign', (route) => route.abort('connectionreset'));
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await state(page).getByText('kon niet worden verstuurd').waitFor();
    const { again, forget } = wordsIn('nl').signing.device;
    const [send, forgets] = await Promise.all([again, forget].map(async (name) => (await page.getByRole('button', { name }).boundingBox())!));
    // Nobody who means to send may forget by a finger's breadth.
    expect(forgets!.y - send!.y - send!.height >= 8 || forgets!.x - send!.x - send!.width >= 8).toBe(true);
    await context.close();
  });
});
