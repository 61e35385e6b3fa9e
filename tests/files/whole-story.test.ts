import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../integrations/files/edition.ts';
import { fieldsOf, folder, told, written } from '../desk.ts';
import { blank } from '../photos.ts';
import { NOW, organisation } from '../specimens.ts';

type Files = Record<string, string | Uint8Array>;
type Change = readonly [string, string];
const read = async (files: Files, own: { preview?: boolean; now?: string } = {}, prepare?: (root: string) => Promise<unknown>) => {
  const root = await folder(files);
  await prepare?.(root);
  const edition = await readEdition({ root, site: organisation, now: NOW, ...own });
  return { ...edition, files: edition.versions.map(({ file }) => file).sort(), told: told(edition.faults) };
};
const release = (slug: string, lang: string, ...changes: Change[]): Files => ({ [`content/press/${slug}/index.${lang}.md`]: written(fieldsOf('press', ...changes)) });
const add = (line: string): Change => ['place:', `${line}\nplace:`];
const TRANSLATED = add('translation: { origin: human }');

describe('a file with a fault that may be meant for later holds the whole new story back', () => {
  const beside = (...changes: Change[]) => ({ ...release('x', 'nl'), ...release('x', 'en', TRANSLATED, ...changes), ...release('other', 'nl') });

  test.each<[string, Files]>([
    ['an embargo beside an unknown field', beside(add('embargo: 2030-01-01 09:00'), add('colour: red'))],
    ['an embargo that is no moment', beside(add('embargo: next year'))],
    ['an embargo with a slip of the keyboard', beside(add('embarog: 2030-01-01 09:00'))],
    ['a later day of publication beside an unknown field', beside(['published: 2026-11-17T09', 'published: 2030-11-17T09'], add('colour: red'))],
    ['a draft beside an unknown field', beside(add('draft: true'), add('colour: red'))],
    ['fields that cannot be read', beside(add('place: a: b'))],
    ['a file of another encoding', { ...beside(), 'content/press/x/index.en.md': Buffer.from([0xff, 0xfe, 1, 2]) }],
    ['an embargo in a file with a wrong name', { ...beside(), 'content/press/x/bericht.md': written(fieldsOf('press', add('embargo: 2030-01-01 09:00'))) }],
  ])('%s', async (_, files) => {
    const edition = await read(files);
    expect(edition.files).toEqual(['content/press/other/index.nl.md']);
    expect(edition.told).toMatch(/content\/press\/x\/index\.nl\.md\n {2}The story waits, since content\/press\/x\/\S+ has faults and may be meant for later\. Mend that file first/);
  });

  test('one that is plainly public holds nobody back', async () => {
    expect((await read(beside(add('colour: red')))).files).toEqual(['content/press/other/index.nl.md', 'content/press/x/index.nl.md']);
  });

  test('a story that readers have seen stays, under a new name too', async () => {
    const files = beside(add('embargo: 2030-01-01 09:00'), add('colour: red'));
    expect((await read({ ...files, 'content/published.txt': '/nl/press/x/\n' })).files).toContain('content/press/x/index.nl.md');
    expect((await read({ ...files, 'content/published.txt': '/nl/press/old/\n', 'content/redirects.yml': 'press/old: press/x\n' })).files).toContain('content/press/x/index.nl.md');
  });
});

describe('a consent that ended anywhere ended everywhere', () => {
  const quote = (consent: string) => add(`quotes:\n  - { text: Ik wacht, by: Yusuf, role: vader, consent: ${consent} }`);
  const RECORD = 'alt: { nl: Kraam, en: Stall, tr: Tezgah, ar: كشك }\ncredit: Havenlicht\nlicence: CC BY 4.0\npeople: identifiable\nconsent: { reference: HL-2026-014 }\n';
  const picture = async () => ({ 'content/media/a.jpg': await blank().jpeg().toBuffer(), 'content/media/a.yml': RECORD });

  test('a quote withdrawn in one language leaves all languages, other stories and the pictures too', async () => {
    const edition = await read({
      ...(await picture()), ...release('x', 'nl', quote('{ reference: HL-2026-014 }')), ...release('x', 'en', TRANSLATED, quote('{ reference: HL-2026-014, withdrawn: 2026-11-01 }')),
      ...release('y', 'nl', quote('{ reference: HL-2026-014, expires: 2031-01-01 }'), add('image: a.jpg')), ...release('z', 'nl', quote('{ reference: HL-2026-015 }')),
    });
    expect(edition.versions.map((version) => [version.slug, version.kind === 'press' && version.quotes.length, version.image])).toEqual([['x', 0, undefined], ['x', 0, undefined], ['y', 0, undefined], ['z', 1, undefined]]);
    expect(edition.pictures).toEqual([]);
    expect(edition.faults.map(({ file, stops }) => `${file} ${stops}`)).toEqual(['content/media/a.yml nothing', 'content/press/x/index.en.md nothing', 'content/press/x/index.nl.md nothing', 'content/press/y/index.nl.md nothing']);
    expect(edition.told).toContain('The consent HL-2026-014 has ended, says content/press/x/index.en.md, so the picture was taken off every page.');
  });

  test('also when the file that says so has a fault', async () => {
    const edition = await read({ ...release('x', 'nl', quote('{ reference: HL-2026-014 }')), ...release('bad', 'nl', quote('{ reference: HL-2026-014, withdrawn: 2026-11-01 }'), add('colour: red')) });
    expect(edition.versions).toMatchObject([{ slug: 'x', quotes: [] }]);
  });
});

describe('who we are goes the same way as a story', () => {
  const ABOUT = 'title: Over ons\nsummary: Wie we zijn.\npublished: 2026-01-01 09:00\nboilerplate: Klein.\ninterest: Wij staan ergens voor.\nmethod: Wij kijken na.';
  const about = (fields: string, body?: string) => ({ 'content/about/index.nl.md': written(fields, body) });

  test('its pictures are drawn', async () => {
    const media = { 'content/media/a.jpg': await blank().jpeg().toBuffer(), 'content/media/a.yml': 'alt: { nl: Kraam, en: Stall, tr: Tezgah, ar: كشك }\ncredit: Havenlicht\nlicence: CC BY 4.0\npeople: none\n' };
    const edition = await read({ ...media, ...about(ABOUT, 'Wij.\n\n![](a.jpg)\n') });
    expect([edition.told, edition.pictures.map(({ name }) => name)]).toEqual(['', ['a.jpg']]);
  });

  test.each([['a picture that is not there', '![](b.jpg)\n\nx'], ['a link that leads nowhere', '[x](/nl/press/nothing/)']])('%s stops the build, by line', async (_, body) => {
    expect((await read(about(ABOUT, body))).faults).toMatchObject([{ file: 'content/about/index.nl.md', line: 9, stops: 'build' }]);
  });

  test('before its day nobody sees it, except in a preview', async () => {
    for (const fields of [ABOUT.replace('2026-01-01', '2027-01-01'), `${ABOUT}\ndraft: true`]) {
      expect((await read(about(fields))).about).toEqual([]);
      expect((await read(about(fields), { preview: true })).about).toHaveLength(1);
    }
  });

  test('a file with a wrong name is told like a story’s', async () => {
    expect((await read({ 'content/about/index.de.md': 'x', 'content/about/over.md': 'x' })).faults.map(({ file, stops }) => `${file} ${stops}`)).toEqual(['content/about/index.de.md story', 'content/about/over.md story']);
  });
});

describe('what the system does not let us read is told in a sentence', () => {
  test('a file where a folder belongs', async () => {
    expect((await read({ 'content/press': 'x' })).told).toBe('content/press\n  This is a file; a folder belongs here. Give the file another name or delete it, and make a folder.');
  });

  test('a folder where a file belongs', async () => {
    const { told } = await read({}, {}, (root) => mkdir(join(root, 'content/redirects.yml'), { recursive: true }));
    expect(told).toContain('content/redirects.yml\n  This is a folder; a file belongs here.');
  });
});

describe('what nobody reads in content/ is told', () => {
  test.each([
    ['content/pres/x/index.nl.md', 'content/pres\n  The site knows no folder “pres”, so the texts in it are not published. Did you mean content/press?', 'story'],
    ['content/factchecks/x/index.nl.md', 'content/factchecks\n  The site knows no folder “factchecks”, so the texts in it are not published. Did you mean content/fact-checks?', 'story'],
    ['content/redirects.yaml', 'content/redirects.yaml\n  The site knows no file “redirects.yaml” here. Did you mean content/redirects.yml?', 'nothing'],
    ['content/opening.md', 'content/opening.md\n  This text stands outside a story’s folder. Make a folder for it, like content/press/opening, and name the file after its language: index.nl.md', 'story'],
    ['content/old/a.jpg', 'content/old\n  The site knows no folder “old”. Put it into one of press, fact-checks, events, petitions, about, media, figures, or outside of content.', 'nothing'],
  ])('%s', async (path, sentence, stops) => {
    const { told, faults } = await read({ [path]: 'x' });
    expect([told, faults[0]!.stops]).toEqual([sentence, stops]);
  });

  test('what belongs there is not', async () => {
    expect((await read(Object.fromEntries(['site.ts', 'published.txt', 'published.txt.part', 'README.md', '.gitkeep', 'figures/README.md', 'petitions/.gitkeep'].map((name) => [`content/${name}`, '# x'])))).told).toBe('');
  });
});
