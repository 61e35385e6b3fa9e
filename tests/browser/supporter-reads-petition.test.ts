import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { directionOf } from '../../src/domain/language.ts';
import { site } from '../../src/site.ts';
import { openBrowser, openReader, type Reader } from './reader.ts';

const { address } = inject('site');
const OPEN = 'petitions/open-network-in-town/';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

async function visit(path: string, options = {}): Promise<{ page: Page; reader: Reader }> {
  const reader = await openReader(browser, options);
  const page = await reader.context.newPage();
  await page.goto(address + path);
  return { page, reader };
}

describe.each(site.languages)('A supporter on an old phone, in “%s”', (lang) => {
  const phone = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };

  test('meets the ask, the number and the form in this order, without moving the page sideways, and without scripts', async () => {
    const { page, reader } = await visit(`/${lang}/${OPEN}`, phone);
    const tops = await Promise.all(['h1', '.ask', '.target', '.progress', 'form.sign', '.why', '.updates'].map(async (part) => (await page.locator(part).boundingBox())!.y));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    const boxes = await Promise.all((await page.locator('main *:visible').all()).map((part) => part.boundingBox()));
    expect(boxes.filter((box) => box && box.width > 1 && (box.x < -1 || box.x + box.width > 321))).toEqual([]);
    expect([reader.elsewhere, reader.complaints]).toEqual([[], []]);
    await reader.context.close();
  });

  test('can hit every field and button with a thumb', async () => {
    const { page, reader } = await visit(`/${lang}/${OPEN}`, phone);
    const targets = ['#name', '#email', '#place', '#comment', 'label[for=consent]', 'label[for=updates]', 'form.sign button'];
    for (const target of targets) expect((await page.locator(target).boundingBox())!.height, target).toBeGreaterThanOrEqual(44);
    await reader.context.close();
  });
});

describe('Somebody who listens to the page', () => {
  test('hears each field with its name and hint, that two are required, and nothing of the trap', async () => {
    const { page, reader } = await visit(`/en/${OPEN}`);
    const heard = await page.locator('form.sign').ariaSnapshot();
    expect(heard).toContain('heading "Sign the petition"');
    expect(heard).toContain('textbox "Your name"');
    expect(heard).toContain('textbox "Your town or village (not required)"');
    expect(heard).toContain('checkbox "I sign, and I agree');
    expect(heard).not.toContain('Leave this field empty');
    expect(await page.getByRole('progressbar').getAttribute('aria-labelledby')).toBe('signed-open-network-in-town');
    await expect(page.getByRole('textbox', { name: 'Your name' }).getAttribute('aria-describedby')).resolves.toBe('name-hint');
    await reader.context.close();
  });

  test('comes with the keyboard from the name to the button, past the trap', async () => {
    const { page, reader } = await visit(`/nl/${OPEN}`);
    await page.locator('#name').focus();
    const stops: string[] = [];
    for (let step = 0; step < 7; step++) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate('document.activeElement.id || document.activeElement.tagName'));
    }
    expect(stops).toEqual(['email', 'place', 'comment', 'A', 'consent', 'updates', 'BUTTON']);
    await reader.context.close();
  });
});

describe.each([`/nl/${OPEN}`, `/ar/${OPEN}`, '/ar/petitions/finish-the-school-year/', '/en/petitions/', `/tr/${OPEN}thanks/`])('%s', (path) => {
  test.each(['light', 'dark'] as const)('has no barriers in %s colours', async (colorScheme) => {
    const { page, reader } = await visit(path, { bypassCSP: true, colorScheme, viewport: { width: 360, height: 740 } });
    await page.addScriptTag({ content: axe.source });
    const { violations } = await page.evaluate(async () => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`)).toEqual([]);
    await reader.context.close();
  });
});

test('The bar fills from the side on which reading begins', async () => {
  for (const lang of ['nl', 'ar']) {
    const { page, reader } = await visit(`/${lang}/${OPEN}`, { viewport: { width: 360, height: 740 } });
    const bar = page.locator('progress');
    // Half full, so that the full side can be told from the empty one.
    await bar.evaluate((element) => void ((element as unknown as { value: number }).value = 2500));
    const { data, info } = await sharp(await bar.screenshot()).raw().toBuffer({ resolveWithObject: true });
    const redAt = (x: number) => data[(Math.floor(info.height / 2) * info.width + x) * info.channels]!;
    const [first, last] = [redAt(12), redAt(info.width - 12)];
    expect(directionOf(lang) === 'rtl' ? last > first : first > last, lang).toBe(true);
    await reader.context.close();
  }
});
