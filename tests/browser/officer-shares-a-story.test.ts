import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FACTS } from '../../src/domain/network-facts.ts';
import { lengthOf } from '../../src/domain/text-length.ts';
import { wordsIn } from '../../src/text/text.ts';
import { openBrowser, openReader } from './reader.ts';

const { address } = inject('site');
const STORY = '/press/free-internet-outside-the-centre/';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser.close());

describe('A comms officer', () => {
  test.each(['nl', 'ar'])('goes from a story in “%s” to its kit, copies a text with one button and is told so', async (lang) => {
    const reader = await openReader(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await reader.context.newPage();
    await page.goto(`${address}/${lang}${STORY}`);
    await page.locator('.pass-on li:last-child a').click();
    await page.waitForURL(/\/kit\/$/);
    const bluesky = page.locator('#bluesky');
    await bluesky.locator('[data-copy]').first().click();
    await expect.poll(() => bluesky.locator('[data-copy]').first().textContent()).toBe(wordsIn(lang).press.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('utm_source=bluesky');
    expect(lengthOf(copied, 'graphemes')).toBeLessThanOrEqual(FACTS.bluesky.fields[0]!.limit!);
    expect(await bluesky.locator('.copy').first().textContent()).toBe(copied);
    expect([reader.elsewhere, reader.complaints]).toEqual([[], []]);
    await reader.context.close();
  });

  test('hands a picture and the text to the telephone’s own sharing', async () => {
    const reader = await openReader(browser, { viewport: { width: 390, height: 844 } });
    const page = await reader.context.newPage();
    // No headless browser has a share sheet; this one notes what it was given.
    await page.addInitScript(() => {
      const given = (window as unknown as { given: unknown[] }).given = [] as unknown[];
      Object.assign(navigator, {
        canShare: () => true,
        share: async ({ files, text }: { files?: File[]; text?: string }) => void given.push({ text, files: files?.map(({ name, type, size }) => ({ name, type, size })) }),
      });
    });
    await page.goto(`${address}/nl${STORY}kit/`);
    await page.locator('[data-share]').click();
    await expect.poll(() => page.evaluate(() => (window as unknown as { given: unknown[] }).given.length)).toBe(1);
    const [{ text, files }] = await page.evaluate(() => (window as unknown as { given: [{ text: string; files: { name: string; type: string; size: number }[] }] }).given);
    expect(text).toContain(`${'https://havenlicht.example'}/nl${STORY}`);
    expect(files).toHaveLength(1);
    expect(files[0]!.type).toMatch(/^image\/(png|jpeg)$/);
    expect(files[0]!.size).toBeGreaterThan(5_000);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });

  test('finds all of it without JavaScript too: one tap selects a whole text, links open, pictures save', async () => {
    const reader = await openReader(browser, { javaScriptEnabled: false });
    const page = await reader.context.newPage();
    await page.goto(`${address}/nl${STORY}kit/`);
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('#whatsapp .copy').evaluate((element) => getComputedStyle(element).userSelect)).toBe('all');
    expect(await page.locator('#whatsapp .toolbar a').getAttribute('href')).toMatch(/^https:\/\/wa\.me\//);
    const picture = await page.locator('#whatsapp .kit-picture a').getAttribute('href');
    expect((await page.request.get(address + picture)).status()).toBe(200);
    await reader.context.close();
  });

  test('reaches every text and button with the keyboard', async () => {
    const reader = await openReader(browser);
    const page = await reader.context.newPage();
    await page.goto(`${address}/nl${STORY}kit/`);
    await page.locator('#telegram').evaluate((section) => (section.closest('article') as HTMLElement).focus());
    const reached = new Set<string>();
    for (let step = 0; step < 140; step++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('data-copy') || ''));
    }
    for (const id of ['whatsapp-caption', 'telegram-message', 'email-body', 'link', 'alt']) expect([...reached], id).toContain(id);
    await reader.context.close();
  });
});
