import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../integrations/commands/report.ts';
import { NOW } from '../workbench.ts';
import { barriersOn, overflowOf } from './barriers.ts';
import { openBrowser, openReader } from './reader.ts';

/** Widths of A4 between margins of 14 mm, upright and lying for wide tables, in pixels of 1/96 inch. */
const [SHEET, LYING] = [210, 297].map((side) => Math.floor(((side - 28) / 25.4) * 96)) as [number, number];

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-report-'));
  await report(['--lang', 'nl,ar', '--out', folder], undefined, { DATA_DIR: join(folder, 'store'), ROSTRUM_NOW: NOW }, () => {});
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(['nl', 'ar'])('The report in “%s” opens from a folder, is for everybody, and prints on A4', async (lang) => {
  const reader = await openReader(browser, { viewport: { width: 320, height: 800 } });
  const page = await reader.context.newPage();
  await page.goto(pathToFileURL(join(folder, `reach-2026-10-${lang}.html`)).href);
  const asked = [...reader.requests];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await barriersOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  }
  await page.setViewportSize({ width: SHEET, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // Nothing is cut off at the edge of the sheet: on paper nobody can move a table.
  const parts = await page.locator('table, svg.chart, .finding-card, p').evaluateAll((all) => all.map((part) => ({ name: `${part.tagName} ${part.id}`, wide: part.closest('.wide') !== null, width: part.getBoundingClientRect().width })));
  expect(parts.filter(({ wide, width }) => width > (wide ? LYING : SHEET))).toEqual([]);
  expect(parts.filter(({ wide }) => wide).length).toBeGreaterThan(1);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(0, 0, 0)');
  expect(await page.locator('svg.chart:visible').count()).toBeGreaterThan(3);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = [...pdf.toString('latin1').matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`);
  expect([...new Set(sheets)].sort()).toEqual(['595 842', '842 595']);
  expect(pdf.length).toBeGreaterThan(20_000);
  expect([asked.length, reader.elsewhere, reader.complaints]).toEqual([1, [], []]);
  await reader.context.close();
});
