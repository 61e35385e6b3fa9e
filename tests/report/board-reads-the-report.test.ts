import { parse } from 'csv-parse/sync';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from '../../integrations/commands/report.ts';
import { Refusal } from '../../integrations/refusal.ts';
import { METRICS } from '../../src/domain/figure.ts';
import { directionOf } from '../../src/domain/language.ts';
import { reachWordsIn, SPOKEN_REACH } from '../../src/reach/words/reach-text.ts';
import { elementsOf, parsePage } from '../page-tree.ts';
import { NOW } from '../workbench.ts';

const MONTH = '2026-10';
let folder: string;
let board: string;
const printed: string[] = [];

const run = (...args: string[]) => report(args, undefined, { DATA_DIR: join(folder, 'store'), ROSTRUM_NOW: NOW }, (line) => void printed.push(line));
/** What a command that refuses says. */
const refusalOf = async (...args: string[]): Promise<string> => {
  const error = await run(...args).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).exitCode).toBe(2);
  return (error as Refusal).message;
};
const fileOf = (name: string) => readFileSync(join(board, name), 'utf8');
const pageIn = (lang: string) => elementsOf(parsePage(fileOf(`reach-${MONTH}-${lang}.html`)));
/** Names and numbers of the month, as the page shows them. */
function numbersIn(lang: string): [string, string][] {
  const elements = pageIn(lang);
  const totals = elements.filter(({ name, parent }) => name === 'div' && parent?.attributes['class'] === 'totals');
  return totals.map((total) => ['dt', 'strong'].map((name) => elements.find((one) => one.name === name && (one.parent === total || one.parent?.parent === total))!.text) as [string, string]);
}
const number = (lang: string, value: string) => new Intl.NumberFormat(`${lang}-u-nu-latn`).format(Number(value));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-report-'));
  board = join(folder, 'board');
  expect(await run('--lang', SPOKEN_REACH.join(','), '--out', board)).toBe(0);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('The board gets the last whole month: a page and a text in each language, and one CSV, each whole', () => {
  const names = [...SPOKEN_REACH.flatMap((lang) => [`reach-${MONTH}-${lang}.html`, `reach-${MONTH}-${lang}.txt`]), `reach-${MONTH}.csv`];
  expect(readdirSync(board).sort()).toEqual([...names].sort());
  expect(printed.filter((line) => names.some((name) => line.endsWith(name))).length).toBe(names.length);
}, 120_000);

describe.each(SPOKEN_REACH)('The report in “%s”', (lang) => {
  test('opens from a memory stick: it needs no other file, no network and no script', () => {
    const elements = pageIn(lang);
    expect(elements.filter(({ name }) => ['script', 'link', 'iframe', 'object', 'base', 'form'].includes(name))).toEqual([]);
    expect(elements.filter(({ attributes }) => Object.keys(attributes).some((key) => /^(src|srcset|data|poster|on.*|http-equiv)$/.test(key)))).toEqual([]);
    expect(elements.map(({ attributes }) => attributes['href']).filter((href) => href !== undefined && !href.startsWith('#'))).toEqual([]);
    expect(elements.find(({ name }) => name === 'style')!.text).not.toMatch(/@import|url\(|https?:/);
  });

  test('speaks that language, in its direction, and says that its figures are invented', () => {
    const elements = pageIn(lang);
    const words = reachWordsIn(lang);
    expect(elements.find(({ name }) => name === 'html')!.attributes).toMatchObject({ lang, dir: directionOf(lang) });
    expect(elements.filter(({ name }) => name === 'h1').length).toBe(1);
    expect(elements.filter(({ name }) => name === 'h2').map(({ text }) => text)).toEqual(expect.arrayContaining([words.totals.title, words.link.together, words.timeline.title, words.donations.title, words.sources.title, words.methods.title]));
    for (const said of [elements.find(({ attributes }) => attributes['class'] === 'sample')!.text, fileOf(`reach-${MONTH}-${lang}.txt`)]) expect(said.replace(/\s+/g, ' ')).toContain(words.sample.split('.')[0]!.replace('{name}', 'Havenlicht'));
  });

  test('shows the same numbers on the page, in the text and in the CSV', () => {
    const words = reachWordsIn(lang);
    const rows = (parse(fileOf(`reach-${MONTH}.csv`), { bom: true, columns: true }) as { month: string; metric: string; value: string }[]).filter(({ month }) => month === MONTH);
    const shown = numbersIn(lang);
    expect(rows.length).toBeGreaterThan(8);
    expect(shown.map(([name, value]) => [name, value])).toEqual(METRICS.filter((metric) => rows.some((row) => row.metric === metric)).map((metric) => [words.metrics[metric], number(lang, rows.find((row) => row.metric === metric)!.value)]));
    const digest = fileOf(`reach-${MONTH}-${lang}.txt`).replace(/\s+/g, ' ');
    for (const [name, value] of shown) expect(digest).toContain(`${name}: ${value}`.replace(/\s+/g, ' '));
  });

  test('says in the text for a mail what it says on the page, in lines that every mail program shows whole', () => {
    const digest = fileOf(`reach-${MONTH}-${lang}.txt`);
    const titles = pageIn(lang).filter(({ name, parent }) => name === 'h3' && parent?.attributes['class']?.startsWith('finding-card')).map(({ text }) => text);
    expect(titles.length).toBeGreaterThan(4);
    for (const title of titles) expect(digest.replace(/\s+/g, ' ')).toContain(title.replace(/\s+/g, ' '));
    // A single long word may be longer than the line.
    expect(digest.split('\n').filter((line) => [...line].length > 76 && line.trim().includes(' '))).toEqual([]);
    expect(digest).not.toMatch(/<[a-z/]|&[a-z]+;|undefined|NaN|\{/);
  });
});

test('The CSV has thirteen closed months of every metric, and says how many days nobody knows', () => {
  const rows = parse(fileOf(`reach-${MONTH}.csv`), { bom: true, columns: true }) as { month: string; metric: string; value: string; days_unknown: string }[];
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  expect([months.length, months[0], months.at(-1)]).toEqual([13, '2025-10', MONTH]);
  expect(rows.filter(({ metric, days_unknown }) => metric === 'search-clicks' && days_unknown !== '0').map(({ month, days_unknown }) => [month, days_unknown])).toEqual([['2026-09', '9']]);
  expect(rows.every(({ value, days_unknown }) => /^(\d+|<5|)$/.test(value) && /^\d+$/.test(days_unknown))).toBe(true);
});

test('Made once more, the report is the same to the letter', async () => {
  const again = join(folder, 'again');
  await run('--lang', 'en', '--out', again);
  for (const name of readdirSync(again)) expect(readFileSync(join(again, name), 'utf8'), name).toBe(fileOf(name));
});

test('An earlier month can be asked for, and tells nothing of what came later', async () => {
  const earlier = join(folder, 'earlier');
  await run('--lang', 'en', '--month', '2026-03', '--out', earlier);
  expect(readFileSync(join(earlier, 'reach-2026-03-en.html'), 'utf8')).toContain('<h1>Reach in March 2026</h1>');
  expect(readFileSync(join(earlier, 'reach-2026-03.csv'), 'utf8')).not.toContain('2026-04');
});

describe('The command refuses, and writes nothing,', () => {
  test.each([
    [['--month', '2026-11'], '2026-11 is not over yet. A report is about a whole month; the last one is 2026-10.'],
    [['--month', '2031-02'], '2031-02 is not over yet.'],
    [['--month', '2019-06'], 'Nothing is known of 2019-06. “npm run refresh” asks the sources, “npm run figures” takes files.'],
    [['--month', '2026-13'], '--month is “2026-13”. Write year and month, like --month 2026-10.'],
    [['--month', 'October'], '--month is “October”.'],
    [['--month', '2026-10-01'], '--month is “2026-10-01”.'],
    [['--lang', 'nl,xx'], `--lang is “nl,xx”. Reports speak ${SPOKEN_REACH.join(', ')}; write one of them, or several with commas.`],
    [['--lang', ','], '--lang is “,”.'],
    [['--moth', '2026-10'], '--moth'],
  ])('for %j', async (args, sentence) => {
    const out = join(folder, 'refused');
    expect(await refusalOf(...args, '--out', out)).toContain(sentence);
    expect(existsSync(out)).toBe(false);
  });

  test('where no folder can be', async () => {
    await writeFile(join(folder, 'a-file'), 'mine');
    expect(await refusalOf('--lang', 'en', '--out', join(folder, 'a-file'))).toContain('Name another one with --out.');
    expect(readFileSync(join(folder, 'a-file'), 'utf8')).toBe('mine');
  });
});
