import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { dayIn, isDay, monthsAfter } from '../../src/domain/instant.ts';
import { publishedStories } from '../../src/domain/published-story.ts';
import { drawDigest, drawReport } from '../../src/reach/draw/draw-report.ts';
import { monthCsv } from '../../src/reach/month-csv.ts';
import { monthReport } from '../../src/reach/views/month-report.ts';
import { readerOf } from '../../src/server/reach-views.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import { site } from '../../src/site.ts';
import { fill } from '../../src/text/text.ts';
import { formatDay } from '../../src/text/day.ts';
import { SPOKEN_REACH } from '../../src/reach/words/reach-text.ts';
import { clockFrom, currentEdition } from '../files/current-edition.ts';
import { exchangeRatesOf } from '../files/exchange-rates-file.ts';
import { pageSheet } from '../files/page-sheet.ts';
import { newsroomOf } from '../files/edition.ts';
import { publishedAbove } from '../published-folder.ts';
import { Refusal } from '../refusal.ts';
import { planFor } from '../sample/sample-plan.ts';
import { openStore } from '../store/open-store.ts';
import { readArguments } from './arguments.ts';
import { PROJECT } from './petition/google-of.ts';

const HELP = `npm run report                              the last whole month for the board: a page that needs nothing else, a CSV and a text for a mail
npm run report -- --month 2026-10
npm run report -- --lang nl,en,tr           a report a language; the first of the site without it
npm run report -- --out board               into this folder, report/ without it`;

/** The dashboard's own style, in the order of `src/styles/reach-sheet.css`. */
const LAYERS = { tokens: ['tokens'], base: ['base'], parts: ['frame'], reach: ['reach'] };

/** `npm run report`. Exit 2 for bad input, a month that is not over, or one of which nothing is known. */
export async function report(args: string[], root = PROJECT, env: Readonly<Record<string, string | undefined>> = process.env, print: (line: string) => void = console.log): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: { month: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' } } });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const now = clockFrom(env);
  const today = dayIn(site.timeZone, now);
  const month = values.month ?? monthsAfter(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  if (!isDay(`${month}-01`)) throw new Refusal(`--month is “${month}”. Write year and month, like --month 2026-10.`, 2);
  const next = monthsAfter(`${month}-01`, 1);
  if (next > today) throw new Refusal(`${month} is not over yet. A report is about a whole month; the last one is ${monthsAfter(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}.`, 2);
  const languages = languagesOf(values.lang ?? site.languages.find((lang) => SPOKEN_REACH.includes(lang)) ?? 'en');
  const stories = publishedStories(newsroomOf(await currentEdition({ root, site, now }), site), site.timeZone);
  const store = await openStore(env, root);
  try {
    // As it stood when the month was over, with everything that was corrected since.
    const desk = reachDesks(store.history, site, planFor(store.history, site, () => Date.parse(now)), () => Date.parse(`${next}T12:00:00Z`), exchangeRatesOf(root, print))(stories);
    const data = await desk.data();
    if (!data.days.some(({ period }) => period.startsWith(month))) throw new Refusal(`Nothing is known of ${month}. “npm run refresh” asks the sources, “npm run figures” takes files.`, 2);
    const standings = await store.history.standings();
    const folder = folderFor(values.out ?? 'report', root);
    const css = pageSheet(LAYERS);
    const rates = await desk.rates();
    const files: [name: string, text: string][] = [];
    for (const lang of languages) {
      const reader = readerOf({ choices: new URLSearchParams(), wished: lang }, site.languages);
      const { words } = reader;
      const view = monthReport(data, rates, standings, reader);
      const made = fill(words.report.made, { date: formatDay(lang, today) });
      const notice = site.sample ? fill(words.sample, { name: site.name }) : '';
      const drawing = { lang, words, credit: site.sample ? `${site.name} · ${words.sampleShort}` : site.name, live: false, numbers: 'folded' as const };
      files.push([`reach-${month}-${lang}.html`, drawReport(view, { drawing, css, notice, made })], [`reach-${month}-${lang}.txt`, drawDigest(view, [notice, made].filter(Boolean).join(' '))]);
    }
    files.push([`reach-${month}.csv`, monthCsv(data)]);
    await mkdir(folder, { recursive: true }).catch((error: Error) => {
      throw new Refusal(`The folder ${folder} cannot be made (${error.message}). Name another one with --out.`, 2);
    });
    for (const [name, text] of files) await put(join(folder, name), text, print);
    return 0;
  } finally {
    await store.close();
  }
}

/** Where boards' figures may lie: nowhere that is published. */
function folderFor(said: string, root: string): string {
  const folder = resolve(root, said);
  const top = publishedAbove(folder, root);
  if (top) throw new Refusal(`--out leads into ${top}/, which is published or kept for good, and a board’s figures must not get there. Choose another folder.`, 2);
  return folder;
}

function languagesOf(said: string): string[] {
  const languages = said.split(',').map((lang) => lang.trim()).filter(Boolean);
  const strange = languages.find((lang) => !SPOKEN_REACH.includes(lang));
  if (strange !== undefined || languages.length === 0) throw new Refusal(`--lang is “${said}”. Reports speak ${SPOKEN_REACH.join(', ')}; write one of them, or several with commas.`, 2);
  return languages;
}

/** Whole or not at all: a director must never open half a report. */
async function put(path: string, text: string, print: (line: string) => void): Promise<void> {
  const aside = `${path}.${process.pid}.part`;
  await writeFile(aside, text, { mode: 0o600 });
  await rename(aside, path);
  print(relative(process.cwd(), path) || path);
}
