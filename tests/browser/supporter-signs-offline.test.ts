import { describe, expect, test } from 'vitest';
import { openReader } from './reader.ts';
import { fillIn, givenOn, kept, sign, SLUG, state, useSigning } from './signing-server.ts';

const desk = useSigning();

const counted = async () => (await desk.server.ledger.counts(SLUG)).states.valid;
const given = () => givenOn(desk.server);

describe('A supporter on the way, with a telephone that loses its connection', () => {
  test('signs without it, reads that nothing was sent yet, and is counted once it is back', async () => {
    const { context, complaints } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/nl/petitions/${SLUG}/`);
    expect(await kept(page)).toBe('');
    await fillIn(page, 'noor@example.org');
    await context.setOffline(true);
    const before = await counted();
    await sign(page);
    await state(page).getByText('U hebt geen verbinding').waitFor();
    expect(await kept(page)).toContain('noor@example.org');
    expect(await page.getByText(/dank/i).filter({ visible: true }).count()).toBe(0);
    await context.setOffline(false);
    await state(page).getByText('geteld').waitFor();
    expect(await counted()).toBe(before + 1);
    // What was typed is gone from the device as soon as it has arrived.
    expect(await kept(page)).not.toMatch(/noor|Bakker/i);
    expect(complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  });

  test('on a small screen sees at once that it waits, and hears it', async () => {
    const { context } = await openReader(desk.browser, { viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/nl/petitions/${SLUG}/`);
    await fillIn(page, 'small@example.org');
    await context.setOffline(true);
    await sign(page);
    await state(page).getByText('U hebt geen verbinding').waitFor();
    await expect.poll(() => state(page).evaluate((line) => { const { top, bottom } = line.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-device'))).toBe(true);
    await context.close();
  });

  test('forgets it in one tab, and no other tab goes on promising it', async () => {
    const { context } = await openReader(desk.browser);
    const [first, second] = [await context.newPage(), await context.newPage()];
    for (const page of [first, second]) await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(first, 'tabs@example.org');
    await context.setOffline(true);
    await sign(first);
    for (const page of [first, second]) await state(page).getByText('You are not connected').waitFor();
    await second.getByRole('button', { name: 'Forget me on this device' }).click();
    for (const page of [first, second]) await state(page).getByText('This device knows nothing').waitFor();
    expect(await first.getByRole('button', { name: 'Send now' }).isVisible()).toBe(false);
    expect(await kept(first)).toBe('');
    await context.close();
  });

  test('makes a mistake, and reads of that alone: nothing was sent, and nothing is remembered', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/nl/petitions/${SLUG}/`);
    await page.locator('#name').fill('Noor Bakker');
    await sign(page);
    await page.locator('.faults').waitFor();
    // The page is there before its script has looked at what the device knows.
    await expect.poll(() => kept(page)).not.toContain(SLUG);
    expect(await page.locator('[data-device]').isVisible()).toBe(false);
    await page.goto(`${desk.server.address}/nl/petitions/${SLUG}/`);
    expect(await page.locator('[data-device]').isVisible()).toBe(false);
    await context.close();
  });

  test('closes the page, and it is sent at the next visit, from two tabs at once only once', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'later@example.org');
    await context.setOffline(true);
    await sign(page);
    await state(page).getByText('You are not connected').waitFor();
    await page.close();
    await context.setOffline(false);
    const before = await counted();
    const tabs = await Promise.all([context.newPage(), context.newPage()]);
    await Promise.all(tabs.map((tab) => tab.goto(`${desk.server.address}/en/petitions/open-network-in-town/`)));
    await expect.poll(counted, { timeout: 15_000 }).toBe(before + 1);
    const [tab] = tabs;
    await tab!.goto(`${desk.server.address}/en/petitions/${SLUG}/thanks/`);
    await state(tab!).getByText('counted').waitFor();
    expect(await counted()).toBe(before + 1);
    await context.close();
  });

  test('whose server breaks down meanwhile signs again by itself, and never reads a false thank-you', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'broken@example.org');
    // The answer gets lost although the server has the signature, as when a mast is changed.
    await page.route('**/sign', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    const before = await counted();
    await sign(page).catch(() => {});
    await expect.poll(counted, { timeout: 15_000 }).toBe(before + 1);
    await page.unroute('**/sign');
    await page.waitForURL('chrome-error://**').catch(() => {});
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await state(page).getByText('counted').waitFor();
    expect(await counted()).toBe(before + 1);
    await context.close();
  });

  test('double-clicks, and counts once', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'double@example.org');
    const before = await counted();
    await page.locator('form.sign button[type=submit]').dblclick({ noWaitAfter: true });
    await page.waitForURL('**/thanks/');
    await state(page).getByText('counted').waitFor();
    expect(await counted()).toBe(before + 1);
    await page.reload();
    expect(await counted()).toBe(before + 1);
    await context.close();
  });

  test('hands the telephone on, and whoever goes back and signs after them is counted too', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    const before = await given();
    // As a browser has it that brings a page back as it was: the form was sent, and stands there again.
    await page.route('**/sign', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.fulfill({ status: 204 });
    });
    await fillIn(page, 'first@example.org');
    await sign(page);
    await expect.poll(given, { timeout: 15_000 }).toBe(before + 1);
    await page.unroute('**/sign');
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await fillIn(page, 'second@example.org');
    await sign(page);
    await page.waitForURL('**/thanks/');
    expect(await given()).toBe(before + 2);
    await context.close();
  });

  test('on a shared device is forgotten on wish, also by what was not sent yet', async () => {
    const { context } = await openReader(desk.browser);
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/en/petitions/${SLUG}/`);
    await fillIn(page, 'shared@example.org');
    await context.setOffline(true);
    await sign(page);
    await page.getByRole('button', { name: 'Forget me on this device' }).click();
    expect(await kept(page)).toBe('');
    const before = await counted();
    await context.setOffline(false);
    await page.reload();
    expect([await counted(), await page.locator('[data-device]').isVisible()]).toEqual([before, false]);
    await context.close();
  });
});
