import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventFile, factCheckFile, foundNewsroom, picture, pictureRecord, pressFile } from '../own-newsroom.ts';
import { copyProject, type Outcome, type ProjectCopy } from '../workbench.ts';
import { everythingSaidIn, filesThatSay, type SaidByFile } from './all-words.ts';

const secrets: string[] = [];
/** A word that occurs nowhere else in the world, for one place of one story. */
function secret(place: string): string {
  const word = `kwast${place.replaceAll(' ', '')}`;
  secrets.push(word);
  return word;
}
/** Words of a translation with an embargo of its own; such a file is refused, so that it stays away whoever decides. */
const refused = ['kwastalone', 'kwastalonebody', 'kwastalonewaiting'];

let copy: ProjectCopy;
let outcome: Outcome;
let released: SaidByFile[];
/** The same newsroom, published by a project in which the one function that decides says yes to everything. */
let unguarded: SaidByFile[];

beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy, { topics: ['work', 'kwasttopic'] });
  secrets.push('kwasttopic');
  await plantEmbargoed();
  await plantScheduled();
  await plantDraft();
  await plantTranslations();
  // The build without the guard comes first: what it leaves in caches must not get out with the next one.
  const guarded = await copy.read('src/domain/story.ts');
  await copy.edit('src/domain/story.ts', (text) => text.replace(/return !version\.draft && version\.published <= now[^;]*;/, 'return true;'));
  expect((await copy.build()).code).toBe(0);
  unguarded = everythingSaidIn(await realpath(join(copy.root, 'dist')));
  await copy.write('src/domain/story.ts', guarded);
  // It promised addresses that the real build must not know of.
  await copy.remove('content/published.txt');
  outcome = await copy.build();
  released = everythingSaidIn(await realpath(join(copy.root, 'dist')));
});
afterAll(() => copy.discard());

describe('What nobody may know yet', () => {
  test('does not keep the rest from being published', () => {
    expect(outcome.code).toBe(0);
    expect(released.map(({ file }) => file)).toContain('/client/nl/press/library-on-sundays/index.html');
  });

  test('stands in no file of what is published: no page, feed, sitemap, search index, picture, zip or text', () => {
    expect(secrets.length).toBeGreaterThan(50);
    for (const word of [...secrets, ...refused]) expect(filesThatSay(released, word), word).toEqual([]);
  });

  test('is not shown in any picture: none of its files is among the published ones, under whatever name', () => {
    const drawn = new Set(unguarded.filter(({ file }) => file.includes('kwastpicture')).map(({ fingerprint }) => fingerprint));
    expect(drawn.size).toBeGreaterThan(3);
    expect(released.filter(({ fingerprint }) => drawn.has(fingerprint))).toEqual([]);
  });

  test('is not in the list of promised addresses', async () => {
    const promised = await readFile(join(copy.root, 'content/published.txt'), 'utf8');
    expect(promised).toContain('/nl/press/library-on-sundays/');
    for (const word of [...secrets, ...refused]) expect(promised.toLowerCase(), word).not.toContain(word);
  });

  test('is not where an old address may lead', async () => {
    await copy.write('content/redirects.yml', 'press/an-old-place: press/kwastslugembargoed\n');
    const attempt = await copy.build();
    await copy.remove('content/redirects.yml');
    expect(attempt.code).toBe(0);
    expect(attempt.said).toContain('waits, since “press/kwastslugembargoed” is not public yet');
    const said = everythingSaidIn(await realpath(join(copy.root, 'dist')));
    for (const word of [...secrets, 'an-old-place']) expect(filesThatSay(said, word), word).toEqual([]);
  });
});

describe('No setting', () => {
  test('of the environment makes a build show what nobody may know', async () => {
    expect((await copy.build({ env: { ROSTRUM_PREVIEW: 'on' } })).code).toBe(0);
    const said = everythingSaidIn(await realpath(join(copy.root, 'dist')));
    for (const word of secrets) expect(filesThatSay(said, word), word).toEqual([]);
  });
});

describe('The search for it', () => {
  test('finds every word when the guard is taken out, so it would have found it', () => {
    for (const word of secrets) expect(filesThatSay(unguarded, word).length, word).toBeGreaterThan(0);
  });

  test.each([
    ['pages', /\/client\/nl\/press\/kwastslugembargoed\/index\.html$/, 'kwastembargoedbody'],
    ['compressed pages', /index\.html\.br$/, 'kwastembargoedbody'],
    ['feeds', /\/client\/nl\/feed\.(xml|json)$/, 'kwastembargoedtitle'],
    ['sitemaps', /\/client\/sitemap-nl\.xml$/, 'kwastslugembargoed'],
    ['the search index', /\/client\/.*pf_fragment$/, 'kwastembargoedbody'],
    ['zips', /\.zip$/, 'kwastembargoedquote'],
    ['texts for journalists', /\.txt$/, 'kwastembargoednote'],
    ['calendars', /\.ics$/, 'kwastdraftwhere'],
    ['names of pictures', /\/media\/kwastpicture\.[0-9a-f]+-card\.jpg$/, 'kwastpicture'],
  ])('looks into %s', (_, place, word) => {
    expect(filesThatSay(unguarded, word).some((file) => place.test(file))).toBe(true);
  });
});

async function plantEmbargoed(): Promise<void> {
  const release = (lang: string) => ({
    title: `${secret(`embargoed title ${lang}`)} and more`, summary: secret(`embargoed summary ${lang}`), published: '2026-11-20T09:00:00+01:00', embargo: '2026-11-23T11:00:01+01:00', place: secret(`embargoed place ${lang}`),
    updated: '2026-11-21T09:00:00+01:00', corrections: [{ at: '2026-11-21T09:00:00+01:00', text: secret(`embargoed correction ${lang}`) }],
    topics: ['kwasttopic'], image: 'kwastpicture.jpg', media: ['kwastpicture.jpg'],
    quotes: [{ text: secret(`embargoed quote ${lang}`), by: secret(`embargoed speaker ${lang}`), role: secret(`embargoed role ${lang}`), consent: 'public-role' }],
    notes: [`${secret(`embargoed note ${lang}`)} with [a link](https://${secret(`embargoed host ${lang}`)}.example/)`],
  });
  secrets.push('kwastpicture', 'kwastslugembargoed');
  const text = (lang: string) => `${secret(`embargoed body ${lang}`)}\n\n## ${secret(`embargoed heading ${lang}`)}\n\n![${secret(`embargoed own alt ${lang}`)}](kwastpicture.jpg)\n`;
  await copy.write('content/media/kwastpicture.jpg', await picture(99));
  await copy.write('content/media/kwastpicture.yml', pictureRecord({ alt: { nl: secret('alt nl'), en: secret('alt en') }, caption: { nl: secret('caption nl'), en: secret('caption en') }, credit: secret('credit'), licence: secret('licence') }));
  await copy.write('content/press/kwastslugembargoed/index.nl.md', pressFile(release('nl'), text('nl')));
  await copy.write('content/press/kwastslugembargoed/index.en.md', pressFile({ ...release('en'), translation: { origin: 'machine-reviewed', reviewedBy: secret('embargoed reviewer'), reviewedAt: '2026-11-20' } }, text('en')));
}

async function plantScheduled(): Promise<void> {
  secrets.push('kwastslugscheduled');
  await copy.write('content/fact-checks/kwastslugscheduled/index.nl.md', factCheckFile({
    title: `${secret('scheduled title')} is a fact`, summary: secret('scheduled summary'), published: '2026-11-23T11:00:01+01:00', finding: secret('scheduled finding'),
    claim: { text: `${secret('scheduled claim')} was said by someone`, by: secret('scheduled claimant'), date: '2026-11-10', place: secret('scheduled place'), appearances: [{ url: `https://${secret('scheduled seen')}.example/`, archived: `https://archive.example/${secret('scheduled archived')}` }] },
    evidence: [{ title: secret('scheduled evidence'), publisher: secret('scheduled publisher'), url: `https://buses.example/${secret('scheduled address')}`, archived: `https://archive.example/${secret('scheduled kept')}`, accessed: '2026-11-12' }],
  }, secret('scheduled body')));
}

async function plantDraft(): Promise<void> {
  secrets.push('kwastslugdraft');
  await copy.write('content/events/kwastslugdraft/index.nl.md', eventFile({
    draft: true, title: secret('draft title'), summary: secret('draft summary'), where: secret('draft where'), online: `https://${secret('draft online')}.example/`, series: secret('draft series'),
    guests: [{ name: secret('draft guest'), role: secret('draft guest role') }], recording: { url: `https://${secret('draft recording')}.example/w/abc`, minutes: 20 },
  }, secret('draft body')));
}

async function plantTranslations(): Promise<void> {
  // A public story whose translation is still being written …
  await copy.write('content/press/public-with-draft/index.nl.md', pressFile({ title: 'A story that everybody may read' }));
  await copy.write('content/press/public-with-draft/index.en.md', pressFile({ title: secret('translation title'), summary: secret('translation summary'), draft: true, translation: { origin: 'human' } }, secret('translation body')));
  // … and one whose translation alone knows of an embargo.
  await copy.write('content/press/embargo-in-one-language/index.nl.md', pressFile({ title: 'kwastalonewaiting for its day' }));
  await copy.write('content/press/embargo-in-one-language/index.en.md', pressFile({ title: 'kwastalone', embargo: '2027-01-01T09:00:00+01:00', translation: { origin: 'human' } }, 'kwastalonebody'));
}
