import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/text/text.ts';
import { openReader } from './reader.ts';
import { SLUG, state, useSigning } from './signing-server.ts';


const desk = useSigning();

/** What axe finds. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async () => {
    const results: AxeResults = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
  });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('type') || document.activeElement?.className);
const fitsAcross = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Goes on with the tab key until the focus is there; a page on which it never comes there fails. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === id) return;
  }
  throw new Error(`The tab key never comes to ${id}.`);
}

describe.each(['nl', 'ar'])('A supporter with a keyboard on a small telephone in “%s”', (lang) => {
  test('signs without touching the screen, hears each fault, and meets no barrier', async () => {
    const words = wordsIn(lang).petition;
    const { context } = await openReader(desk.browser, { viewport: { width: 320, height: 640 }, bypassCSP: true, locale: lang });
    const page = await context.newPage();
    await page.goto(`${desk.server.address}/${lang}/petitions/${SLUG}/`);
    expect([await fitsAcross(page), await barriersOn(page)]).toEqual([true, []]);
    await tabTo(page, 'name');
    await page.keyboard.type(lang === 'ar' ? 'ليلى حداد' : 'Leila Haddad');
    await page.keyboard.press('Enter');
    await page.locator('.faults').waitFor();
    expect(await focused(page)).toBe('faults');
    expect([await fitsAcross(page), await barriersOn(page)]).toEqual([true, []]);
    // What a screen reader is told of the field: its name, its hint, that it is wrong and why.
    const email = page.getByRole('textbox', { name: words.email });
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    const described = (await email.getAttribute('aria-describedby'))!.split(' ');
    expect(await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()))).toContain(words.faults.emailMissing);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('email');
    await page.keyboard.type(`leila.${lang}@example.org`);
    await tabTo(page, 'consent');
    await page.keyboard.press('Space');
    await tabTo(page, 'submit');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/thanks/');
    await state(page).getByText(wordsIn(lang).signing.device.counted).waitFor();
    expect([await fitsAcross(page), await barriersOn(page)]).toEqual([true, []]);
    expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    await context.close();
  });
});
