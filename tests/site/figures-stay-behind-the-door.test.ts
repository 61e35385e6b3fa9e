import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { SAMPLE_PREFIX } from '../../integrations/sample/sample-history.ts';
import { STORE_FILE } from '../../integrations/store/open-ledger.ts';
import { reachWordsIn } from '../../src/reach/words/reach-text.ts';
import { site as organisation } from '../../src/site.ts';
import { copyProject, type ProjectCopy } from '../workbench.ts';
import { everythingSaidIn, filesThatSay, type SaidByFile } from './all-words.ts';
import { filesBelow, pagesOf } from './built-site.ts';

const sample = inject('site');

/** What the dashboard says and nobody else: in each language of the site, and names of invented sources, mentions and people. */
const SECRET = [
  ...organisation.languages.flatMap((lang) => {
    const { intros, link, methods } = reachWordsIn(lang);
    return [intros.overview, intros.donations, link.together, link.notCause, methods.text[0]!];
  }),
  `${SAMPLE_PREFIX}gifts`, `${SAMPLE_PREFIX}visits`, 'gazete-liman.example', 'sign-in/', 'rostrum_reach', 'data-chart=', 'eurofxref',
];

describe('Of the dashboard, the public site', () => {
  let everything: SaidByFile[];
  beforeAll(() => void (everything = everythingSaidIn(sample.client)));

  test.each(SECRET)('says nothing, in no file, packed or not: %s', (word) => {
    expect(everything.length).toBeGreaterThan(500);
    expect(filesThatSay(everything, word).filter(isNoAsset)).toEqual([]);
  });

  test('has no page, no address in its lists, and no link to it', () => {
    expect(filesBelow(sample.client).filter((file) => /(^|\/)reach(\/|\.|$)/i.test(file) && !file.startsWith('/_astro/'))).toEqual([]);
    expect(filesThatSay(everything, '/reach').filter(isNoAsset)).toEqual([]);
    for (const { path, elements } of pagesOf(sample.client)) expect(elements.filter(({ attributes }) => Object.values(attributes).some((value) => /(^|\/)reach(\/|\?|$)/.test(value))).map(({ name }) => `${path}: ${name}`)).toEqual([]);
  });

  test('has the scripts that draw charts, which hold no figure and no sentence of it', () => {
    const scripts = everything.filter(({ file }) => file.startsWith('/_astro/') && file.endsWith('.js')).map(({ said }) => said).join('\n');
    expect(scripts).toContain('data-chart');
    for (const lang of organisation.languages) for (const sentence of [reachWordsIn(lang).intros.overview, reachWordsIn(lang).chart.keys, reachWordsIn(lang).link.notCause]) expect(scripts).not.toContain(sentence.toLowerCase());
  });

  test('is no place for the store, which lies outside of what is served', () => {
    expect(filesBelow(sample.client).filter((file) => /\.(sqlite|db|wal|shm)$|history/.test(file) || file.includes(STORE_FILE))).toEqual([]);
    // The search sees what it looks for.
    expect(filesThatSay(everything, 'havenlicht').length).toBeGreaterThan(400);
  });
});

/** The dashboard’s styles and scripts are public, as their source is. */
const isNoAsset = (file: string): boolean => !/^\/_astro\/[^/]+\.(js|css)(\.br|\.gz)?$/.test(file);

describe('On a host without our server', () => {
  let copy: ProjectCopy;
  beforeAll(async () => {
    copy = await copyProject({ pictures: sample.pictures });
    const built = await copy.build({ env: { HOSTING: 'static' } });
    expect(built.code, built.said).toBe(0);
  });
  afterAll(() => copy.discard());

  test('there is no trace of the dashboard, not even of its scripts', () => {
    const everything = everythingSaidIn(copy.client);
    expect(everything.length).toBeGreaterThan(500);
    for (const word of [...SECRET, '/reach', 'livechart', 'chart-canvas']) expect(filesThatSay(everything, word), word).toEqual([]);
    expect(readFileSync(join(copy.client, 'index.html'), 'utf8')).toContain('Havenlicht');
  });
});
