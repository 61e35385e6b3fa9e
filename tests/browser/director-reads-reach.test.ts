import { parse } from 'csv-parse/sync';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { reachWordsIn } from '../../src/reach/words/reach-text.ts';
import { REACH_VIEWS } from '../../src/reach/words/words.ts';
import { barriersOn, overflowOf } from './barriers.ts';
import { useReach } from './reach-server.ts';
import type { Reader } from './reader.ts';

/** What the scripts of charts may weigh together with gzip, in bytes. */
const HEAVIEST = 130_000;

const { client } = inject('site');
const reach = useReach();
const pathOf = (view: string, lang: string) => `${reach.address}/reach/${view === 'overview' ? '' : `${view}/`}?lang=${lang}`;
/** Script files that somebody’s browser has asked for, by their paths. */
const scriptsOf = ({ requests }: Reader) => [...new Set(requests.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js')))];

/** Brings every chart of a page to life by passing it. */
async function passBy(page: Page): Promise<Locator[]> {
  const charts = await page.locator('.reach-chart:visible').all();
  for (const chart of charts) {
    await chart.scrollIntoViewIfNeeded();
    await chart.and(page.locator('[data-chart=live]')).locator('canvas').waitFor();
  }
  return charts;
}

/** Colours of a canvas that are not see-through: the share of its pixels that have ink, and the most frequent ones. */
const inkOf = (chart: Locator) => chart.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) if (data[at + 3]! > 200) counts.set(data.slice(at, at + 3).join(), (counts.get(data.slice(at, at + 3).join()) ?? 0) + 1);
  const inked = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { share: inked / (data.length / 4), colours: [...counts].sort(([, a], [, b]) => b - a).slice(0, 12).map(([colour]) => colour) };
});

describe.each(['nl', 'ar'])('Every view of the dashboard in “%s”', (lang) => {
  let desk: Awaited<ReturnType<typeof reach.open>>;
  beforeAll(async () => void (desk = await reach.open({ viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' })));
  afterAll(async () => {
    expect([desk.complaints, desk.elsewhere]).toEqual([[], []]);
    await desk.context.close();
  });

  test.each(REACH_VIEWS)('is for everybody and fits a phone, in light and dark: %s', async (view) => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(pathOf(view, lang));
    expect(await page.locator('h1').innerText()).toBe(reachWordsIn(lang).views[view]);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await passBy(page);
    expect(await overflowOf(page)).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriersOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('Without JavaScript', () => {
  let desk: Awaited<ReturnType<typeof reach.open>>;
  beforeAll(async () => void (desk = await reach.open({ javaScriptEnabled: false, acceptDownloads: true })));
  afterAll(() => desk.context.close());

  test('every chart has its picture, its sentence, its table and its CSV, and every question its verdict', async () => {
    const { page } = desk;
    const words = reachWordsIn('en');
    await page.goto(pathOf('overview', 'en'));
    const verdicts = await page.locator('.finding-card.verdict h3').allInnerTexts();
    expect(verdicts.length).toBeGreaterThan(2);
    for (const verdict of verdicts) expect(Object.values(words.link.answers).some((answer) => verdict.toLowerCase().endsWith(answer.toLowerCase())), verdict).toBe(true);
    const charts = await page.locator('.reach-chart:visible').all();
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) {
      expect((await chart.locator('svg.chart').boundingBox())!.width).toBeGreaterThan(600);
      expect((await chart.locator('.tells').innerText()).length).toBeGreaterThan(20);
      expect(await chart.locator('.chart-ask').isVisible()).toBe(false);
    }
    const gifts = page.locator('#gifts');
    expect(await gifts.locator('table').isVisible()).toBe(false);
    await gifts.locator('summary').click();
    const shown = await gifts.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children[1]!.textContent!.replaceAll(',', '')));
    const csv = await desk.context.request.get(new URL((await gifts.locator('a[download]').getAttribute('href'))!, reach.address).href);
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8');
    expect((parse(await csv.text(), { bom: true, from_line: 2 }) as string[][]).map(([, value]) => value).reverse()).toEqual(shown);
  });

  test('one goes from view to view, chooses a period and another language', async () => {
    const { page } = desk;
    await page.goto(pathOf('donations', 'en'));
    await page.locator('.periods a', { hasText: 'Quarter' }).click();
    expect(await page.locator('.periods [aria-current]').innerText()).toBe('Quarter');
    await page.locator('select[name=lang]').selectOption('nl');
    await page.locator('.reach-person form[method=get] button').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.locator('.periods [aria-current]').innerText()).toBe(reachWordsIn('nl').period.quarter);
    await page.locator('.reach-nav a', { hasText: reachWordsIn('nl').views.volunteers }).click();
    expect(await page.locator('h1').innerText()).toBe(reachWordsIn('nl').views.volunteers);
    expect([desk.complaints, desk.elsewhere, scriptsOf(desk)]).toEqual([[], [], []]);
  });
});

describe('Scripts of charts', () => {
  test('come only when a chart is seen, and weigh little', async () => {
    const desk = await reach.open({ viewport: { width: 1280, height: 400 } });
    await desk.page.goto(pathOf('overview', 'en'));
    await desk.page.waitForLoadState('networkidle');
    const first = scriptsOf(desk);
    expect(await desk.page.locator('.reach-chart').first().evaluate((chart) => chart.getBoundingClientRect().top)).toBeGreaterThan(400);
    expect(first.reduce((sum, path) => sum + weightOf(path), 0)).toBeLessThan(3_000);
    await passBy(desk.page);
    const all = scriptsOf(desk);
    expect(all.length).toBeGreaterThan(first.length);
    expect(all.some((path) => readFileSync(join(client, path), 'utf8').includes('linear'))).toBe(true);
    expect(all.reduce((sum, path) => sum + weightOf(path), 0)).toBeLessThanOrEqual(HEAVIEST);
    expect([desk.complaints, desk.elsewhere]).toEqual([[], []]);
    await desk.context.close();
  });

  test('stay away from somebody who saves data, until they ask for a chart', async () => {
    const desk = await reach.open();
    await desk.context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await desk.page.goto(pathOf('overview', 'en'));
    const charts = await desk.page.locator('.reach-chart:visible').all();
    for (const chart of charts) await chart.scrollIntoViewIfNeeded();
    await desk.page.waitForLoadState('networkidle');
    const before = scriptsOf(desk);
    expect(before.reduce((sum, path) => sum + weightOf(path), 0)).toBeLessThan(3_000);
    expect(await desk.page.locator('svg.chart:visible').count()).toBe(charts.length);
    await charts[1]!.locator('.chart-ask').click();
    await charts[1]!.locator('canvas').waitFor();
    expect(scriptsOf(desk).length).toBeGreaterThan(before.length);
    expect([await desk.page.locator('canvas').count(), await charts[1]!.locator('.chart-ask').isVisible(), await charts[0]!.locator('.chart-ask').isVisible()]).toEqual([1, false, true]);
    await desk.context.close();
  });

  const weightOf = (path: string): number => {
    const file = join(client, path);
    return statSync(`${file}.gz`, { throwIfNoEntry: false })?.size ?? statSync(file).size;
  };
});

describe('A living chart', () => {
  let desk: Awaited<ReturnType<typeof reach.open>>;
  let page: Page;
  let chart: Locator;
  let status: Locator;
  beforeAll(async () => {
    desk = await reach.open({ reducedMotion: 'reduce', acceptDownloads: true });
    page = desk.page;
    await page.goto(pathOf('signatures', 'en'));
    chart = (await passBy(page))[0]!;
    status = chart.locator('[role=status]');
  });
  afterAll(async () => {
    expect([desk.complaints, desk.elsewhere]).toEqual([[], []]);
    await desk.context.close();
  });

  test('is walked through with the keyboard, and says each day and number as its table does', async () => {
    // In the order of time: the table begins with the latest.
    const rows = (await chart.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent!)))).reverse();
    const says = ([day, now, before]: string[]) => `${day}: Signatures ${now}, a year before ${before}`;
    await page.locator('.skip').focus();
    for (let steps = 0; steps < 60 && !(await chart.locator('.chart-canvas').evaluate((box) => box === document.activeElement)); steps++) await page.keyboard.press('Tab');
    expect(await chart.locator('.chart-canvas').evaluate((box) => [box === document.activeElement, box.matches(':focus-visible'), getComputedStyle(box).outlineStyle !== 'none'])).toEqual([true, true, true]);
    expect(await status.innerText()).toBe('');
    for (const [key, row] of [['ArrowRight', 0], ['ArrowRight', 1], ['ArrowLeft', 0], ['ArrowLeft', 0], ['End', -1], ['ArrowRight', -1], ['ArrowLeft', -2], ['PageUp', -6], ['Home', 0], ['PageDown', 4]] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => status.innerText(), { message: key }).toSatisfy((said: string) => said.startsWith(says(rows.at(row)!)));
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => status.innerText()).toBe('');
    const told = rows.find(([, , , happened]) => happened)!;
    for (let at = 0; at <= rows.indexOf(told); at++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => status.innerText()).toContain(told[3]!.slice(0, 20));
    await page.keyboard.press('Tab');
    await expect.poll(() => status.innerText()).toBe('');
  });

  test('is drawn over the picture that it replaces, not blurred away, in the colours of the page', async () => {
    expect(await chart.locator('svg.chart').isVisible()).toBe(false);
    const box = (await chart.locator('canvas').boundingBox())!;
    expect([box.width > 800, box.height > 200]).toEqual([true, true]);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await inkOf(chart);
    expect(light.share).toBeGreaterThan(0.01);
    expect(light.colours).toContain('11,90,97');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(async () => (await inkOf(chart)).colours).toContain('124,199,192');
  });

  test('stays readable in the two colours that somebody has set for everything', async () => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    const [text, ground] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor].map((colour) => colour.match(/\d+/g)!.slice(0, 3).join()));
    expect(text).not.toBe(ground);
    await expect.poll(async () => (await inkOf(chart)).colours).toContain(text);
    await page.emulateMedia({ forcedColors: null });
  });

  test('hides and shows a line by a button that says so and shows how the line is drawn', async () => {
    const button = chart.locator('.chart-lines button').first();
    expect([await button.getAttribute('aria-pressed'), await button.locator('svg.dash').isVisible()]).toEqual(['true', true]);
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await expect.poll(async () => (await inkOf(chart)).colours).not.toContain('11,90,97');
    await button.click();
    await expect.poll(async () => (await inkOf(chart)).colours).toContain('11,90,97');
  });

  test('is saved as a picture that says by itself what it is', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name: 'Save as picture' }).click()]);
    expect(download.suggestedFilename()).toBe('signatures.png');
    const picture = sharp(await download.path());
    const { format, width, height } = await picture.metadata();
    const canvas = (await chart.locator('canvas').boundingBox())!;
    expect(format).toBe('png');
    expect([width > canvas.width, height > canvas.height + 80]).toEqual([true, true]);
    // Words above the curve, the curve, and where it comes from below.
    for (const part of [{ top: 0, height: 90 }, { top: 120, height: height - 200 }, { top: height - 50, height: 50 }]) expect((await sharp(await download.path()).extract({ left: 0, width, ...part }).stats()).channels.some(({ stdev }) => stdev > 1)).toBe(true);
  });

  test('is printed as its picture, without what one can only click', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect([await chart.locator('canvas').isVisible(), await chart.locator('svg.chart').isVisible()]).toEqual([false, true]);
    for (const part of ['.reach-nav', '.reach-person', '.chart-tools button', '.periods']) expect(await page.locator(part).first().isVisible(), part).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(0, 0, 0)');
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: null, colorScheme: 'light' });
  });
});

test('In Arabic the page is mirrored, while time runs from the left', async () => {
  const { page, context, complaints } = await reach.open({ reducedMotion: 'reduce' });
  await page.goto(pathOf('visibility', 'ar'));
  const centre = (place: Locator) => place.evaluate((element) => (element.getBoundingClientRect().left + element.getBoundingClientRect().right) / 2);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await centre(page.locator('.reach-nav li').first())).toBeGreaterThan(await centre(page.locator('.reach-nav li').last()));
  expect(await centre(page.locator('.reach-name > p'))).toBeGreaterThan(640);
  const [chart] = await passBy(page);
  const months = await page.locator('.reach-chart').last().locator('text.month').evaluateAll((all) => all.map((month) => Number.parseFloat(month.getAttribute('x')!)));
  expect(months.length).toBeGreaterThan(2);
  expect(months).toEqual([...months].sort((a, b) => a - b));
  // The curve’s marks: what was published last stands on the right.
  await chart!.locator('.chart-canvas').focus();
  await page.keyboard.press('End');
  const latest = await chart!.locator('tbody th').first().textContent();
  await expect.poll(() => chart!.locator('[role=status]').innerText()).toContain(latest);
  const { width, columns } = await chart!.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const found: number[] = [];
    // The tooltip is dark, and stands beside the point that was reached.
    for (let at = 0; at < data.length; at += 4) if (data[at + 3]! > 150 && data[at]! + data[at + 1]! + data[at + 2]! < 60) found.push((at / 4) % canvas.width);
    return { width: canvas.width, columns: found };
  });
  expect(columns.length).toBeGreaterThan(200);
  expect(columns.reduce((sum, column) => sum + column, 0) / columns.length).toBeGreaterThan(width / 2);
  expect(complaints).toEqual([]);
  await context.close();
});
