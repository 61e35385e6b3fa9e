import { describe, expect, test } from 'vitest';
import { readEdition } from '../../integrations/files/edition.ts';
import { fieldsOf, folder, told, written } from '../desk.ts';
import { blank } from '../photos.ts';
import { NOW, organisation } from '../specimens.ts';

const site = organisation;
const read = async (files: Record<string, string | Uint8Array>, own: { now?: string; preview?: boolean } = {}) => {
  const edition = await readEdition({ root: await folder(files), site, now: NOW, ...own });
  return { ...edition, files: edition.versions.map(({ file }) => file).sort(), told: told(edition.faults) };
};
const release = (slug: string, lang: string, ...changes: (readonly [string, string])[]) => ({ [`content/press/${slug}/index.${lang}.md`]: written(fieldsOf('press', ...changes)) });
const withBody = (slug: string, body: string, lang = 'nl') => ({ [`content/press/${slug}/index.${lang}.md`]: written(fieldsOf('press'), body) });
const EMBARGO = ['place:', 'embargo: 2026-12-24T09:00:00+01:00\nplace:'] as const;
const TRANSLATED = ['place:', 'translation: { origin: human }\nplace:'] as const;

describe('what is public', () => {
  const all = {
    ...release('open', 'nl'), ...release('embargoed', 'nl', EMBARGO), ...release('embargoed', 'en', EMBARGO, TRANSLATED), ...release('later', 'nl', ['2026-11-17T09:00:00+01:00', '2026-11-23T11:00:01+01:00']), ...release('draft', 'nl', ['place:', 'draft: true\nplace:']),
    ...release('half', 'nl'), ...release('half', 'en', TRANSLATED, ['place:', 'draft: true\nplace:']),
  };

  test('is in the edition; drafts, embargoed and later stories are nowhere in it', async () => {
    const edition = await read(all);
    expect(edition.told).toBe('');
    expect(edition.files).toEqual(['content/press/half/index.nl.md', 'content/press/open/index.nl.md']);
    expect(JSON.stringify(edition.versions)).not.toMatch(/embargoed|later|draft\//);
    expect(edition.leftOut).toEqual([]);
  });

  test('comes out by itself, at a moment that is known', async () => {
    const edition = await read(all);
    expect(edition.nextStory).toBe('2026-11-23T10:00:01.000Z');
    expect((await read(all, { now: '2026-11-23T10:00:01.000Z' })).files).toContain('content/press/later/index.nl.md');
    expect((await read(all, { now: '2026-12-24T08:00:00.000Z' })).files).toContain('content/press/embargoed/index.en.md');
  });

  test('in preview, everything is shown', async () => expect((await read(all, { preview: true })).files).toHaveLength(7));
});

describe('a faulty story', () => {
  test('is left out and named, the rest is published', async () => {
    const edition = await read({ ...release('good', 'nl'), ...release('bad', 'nl', ['place: Havenstad', 'plaats: Havenstad']) });
    expect(edition.files).toEqual(['content/press/good/index.nl.md']);
    expect(edition.leftOut).toEqual(['content/press/bad/index.nl.md']);
  });

  test('under embargo is told of already', async () => {
    expect((await read(release('bad', 'nl', EMBARGO, ['Gratis internet', '2026']))).told).toContain('content/press/bad/index.nl.md, line 2, title');
  });

  test('with a fault that holds nothing up is not left out', async () => {
    const edition = await read(withBody('html', 'Een <b>vet</b> woord.\n'));
    expect([edition.files.length, edition.leftOut, edition.faults.length]).toEqual([1, [], 2]);
  });

  test('faults of all files come in one list, by file and line', async () => {
    const { faults } = await read({ ...release('b', 'nl', ['Gratis internet', '2026'], ['place: Havenstad', 'plaats: x']), ...release('a', 'nl', ['2026-11-17T09:00:00+01:00', 'gisteren']), 'content/press/c.md': 'x', 'public/logo.svg': '<svg onload="1"/>' });
    expect(faults.map(({ file, line }) => `${file} ${line ?? ''}`.trim())).toEqual(['content/press/a/index.nl.md 4', 'content/press/b/index.nl.md 1', 'content/press/b/index.nl.md 2', 'content/press/b/index.nl.md 5', 'content/press/c.md', 'public/logo.svg']);
  });
});

describe('a link that leads nowhere on this site', () => {
  const linking = (address: string) => read({ ...withBody('from', `Eén.\n\nLees [dit](${address}).\n`), ...release('to', 'nl'), 'public/papers/a.pdf': 'x' });

  test.each(['/nl/press/to/', '/nl/press/to/?x=1#kop', '/ar/press/to/', '/', '/en/search/', '/nl/press/to/to.txt', '/papers/a.pdf', '#kop', 'https://elsewhere.example/nothing'])('%s leads somewhere', async (address) => {
    expect((await linking(address)).told).toBe('');
  });

  test.each([
    ['/nl/press/nothing/', 'Mend the address, or wait with this link until that story is public.'],
    ['/nl/press/to', 'Write it with a slash at the end: /nl/press/to/'],
    ['/nl/press/to#kop', 'Write it with a slash at the end: /nl/press/to/'],
    ['/NL/press/to/', 'Mend the address, or wait with this link until that story is public.'],
    ['/papers/b.pdf', 'Mend the address, or wait with this link until that story is public.'],
    ['/\\\\evil.example', 'Mend the address, or wait with this link until that story is public.'],
  ])('%s is told with its line, and keeps the story back', async (address, remedy) => {
    const edition = await linking(address);
    expect(edition.told).toBe(`content/press/from/index.nl.md, line 9\n  The link to “${address.replace('\\\\', '\\')}” leads nowhere on this site. ${remedy}`);
    expect(edition.files).toEqual(['content/press/to/index.nl.md']);
  });

  test('in a note to editors is found too', async () => {
    expect((await read(release('from', 'nl', ['place:', 'notes:\n  - "Zie [dit](/nl/press/nothing/)."\nplace:']))).told).toContain('line 6\n  The link to “/nl/press/nothing/”');
  });

  test('because the story there is under embargo keeps this one back, and says nothing about the other', async () => {
    const { files, faults } = await read({ ...withBody('from', '[dit](/nl/press/secret/)\n'), ...release('secret', 'nl', EMBARGO, ['Gratis internet', 'Geheime titel']) });
    expect(files).toEqual([]);
    expect(faults).toMatchObject([{ remedy: 'Mend the address, or wait with this link until that story is public.' }]);
  });

  test('between two stories that come out together is fine', async () => {
    const together = { ...release('one', 'nl', EMBARGO), 'content/press/two/index.nl.md': written(fieldsOf('press', EMBARGO), '[dit](/nl/press/one/)\n') };
    expect((await read(together)).told).toBe('');
    expect((await read(together, { now: '2026-12-24T08:00:00.000Z' })).files).toHaveLength(2);
  });

  test('from a story under embargo to one that is out is fine', async () => {
    expect((await read({ ...release('open', 'nl'), 'content/press/secret/index.nl.md': written(fieldsOf('press', EMBARGO), '[dit](/nl/press/open/)\n') })).told).toBe('');
  });

  test('because the story there was left out leaves this one out as well, and so on', async () => {
    const { files, leftOut } = await read({ ...withBody('a', '[b](/nl/press/b/)\n'), ...withBody('b', '[c](/nl/press/c/)\n'), ...withBody('c', '[d](/nl/press/d/)\n'), ...release('e', 'nl') });
    expect(files).toEqual(['content/press/e/index.nl.md']);
    expect(leftOut).toEqual(['a', 'b', 'c'].map((slug) => `content/press/${slug}/index.nl.md`));
  });
});

describe('pictures', () => {
  const RECORD = 'alt: { nl: Kraam, en: Stall, tr: Tezgah, ar: كشك }\ncredit: Havenlicht\nlicence: CC BY 4.0\npeople: none\n';

  test('are in the edition only when a public story shows them', async () => {
    const [one, two, three] = await Promise.all([10, 20, 30].map((width) => blank(width).jpeg().toBuffer()));
    const media = { 'content/media/a.jpg': one!, 'content/media/b.jpg': two!, 'content/media/c.jpg': three!, ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`content/media/${name}.yml`, RECORD])) };
    const edition = await read({ ...media, ...withBody('open', 'Kijk.\n\n![](a.jpg)\n'), ...release('secret', 'nl', EMBARGO, ['place:', 'image: b.jpg\nplace:']) });
    expect(edition.told).toBe('');
    expect(edition.pictures.map(({ name }) => name)).toEqual(['a.jpg']);
    expect(edition.versions[0]!.html).toContain('alt="Kraam"');
  });

  test('whose consent ended on the clock of the organisation are gone from the text that day', async () => {
    const record = RECORD.replace('people: none', 'people: identifiable\nconsent: { reference: HL-2026-014, expires: 2026-11-23 }');
    const files = { 'content/media/a.jpg': await blank().jpeg().toBuffer(), 'content/media/a.yml': record, 'content/press/x/index.nl.md': written(fieldsOf('press', ['place:', 'image: a.jpg\nmedia: [a.jpg]\nplace:']), 'Voor.\n\n![](a.jpg)\n\nNa.\n') };
    const [last, after] = [await read(files, { now: '2026-11-23T22:59:59.000Z' }), await read(files, { now: '2026-11-23T23:00:00.000Z' })];
    expect([last.pictures.length, last.nextChange]).toEqual([1, '2026-11-23T23:00:00.000Z']);
    expect([after.pictures.length, after.files.length]).toEqual([0, 1]);
    expect(after.versions[0]).toMatchObject({ image: undefined, media: [], text: 'Voor.\n\nNa.' });
  });
});

describe('who we are', () => {
  const ABOUT = 'title: Over ons\nsummary: Wie we zijn.\npublished: 2026-01-01 09:00\nboilerplate: Klein.\ninterest: Wij staan ergens voor.\nmethod: Wij kijken na.';

  test('is read in the languages in which it was written', async () => {
    const { about, told } = await read({ 'content/about/index.nl.md': written(ABOUT), 'content/about/index.en.md': written(`${ABOUT}\ndraft: true`) });
    expect([told, about.map(({ lang, text }) => [lang, text])]).toEqual(['', [['nl', 'Een tekst.']]]);
  });

  test('stops the build when it has a fault, because every story borrows from it', async () => {
    const { faults } = await read({ 'content/about/index.nl.md': written(ABOUT.replace('method:', 'methode:')) });
    expect(faults.map(({ stops, field, remedy }) => [stops, field, remedy])).toEqual([['build', 'method', 'Add it; it needs a text.'], ['build', 'methode', 'Did you mean “method”?']]);
  });
});

test('two thousand small files are read within seconds and within memory', async () => {
  const files = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [...Object.entries(withBody(`s${index}`, `Zie [vorige](/nl/press/s${Math.max(0, index - 1)}/).\n`)), ...Object.entries(release(`s${index}`, 'en', TRANSLATED))]).flat());
  const root = await folder(files);
  const before = process.memoryUsage().rss;
  const edition = await readEdition({ root, site, now: NOW });
  expect(edition.faults).toEqual([]);
  expect(edition.versions).toHaveLength(2000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
}, 20_000);
