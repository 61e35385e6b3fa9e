import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMediaFolder } from '../../integrations/files/media-folder.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { folder, told } from '../desk.ts';
import { blank, GPS } from '../photos.ts';

const RECORD = 'alt: { nl: Een kraam, en: A stall }\ncredit: Havenlicht\nlicence: CC BY 4.0\npeople: none\n';
const jpeg = await blank().jpeg().toBuffer();

const read = async (files: Record<string, string | Uint8Array>, today = '2026-11-23') => {
  const root = await folder(Object.fromEntries(Object.entries(files).map(([name, content]) => [`content/media/${name}`, content])));
  const faults: Fault[] = [];
  const media = await readMediaFolder(root, ['nl', 'en'], today, faults);
  return { root, media, faults, told: told(faults) };
};
const identifiable = (consent: string) => RECORD.replace('people: none', `people: identifiable\n${consent}`);

describe('a picture with its record', () => {
  test('can be shown', async () => {
    const { media, told } = await read({ 'a.jpg': jpeg, 'a.yml': RECORD });
    expect(told).toBe('');
    expect(media.find('a.jpg')).toMatchObject({ picture: { name: 'a.jpg', width: 64, height: 40, alt: { nl: 'Een kraam', en: 'A stall' }, credit: 'Havenlicht' } });
    expect(media.find('b.jpg')).toBe('missing');
  });

  test.each(['png', 'webp', 'avif'] as const)('may be a %s', async (format) => {
    const { media, told } = await read({ [`a.${format}`]: await blank().toFormat(format).toBuffer(), 'a.yml': RECORD });
    expect(told).toBe('');
    expect(media.find(`a.${format}`)).toHaveProperty('picture.width', 64);
  });

  test('is judged by its content, not by its name', async () => {
    const { media } = await read({ 'a.jpg': await blank().png().toBuffer(), 'a.yml': RECORD });
    expect(media.find('a.jpg')).toHaveProperty('picture');
  });

  test('a folder without pictures, or none at all, is fine', async () => {
    expect((await read({})).told).toBe('');
    expect((await read({ 'notes.txt': 'x', '.DS_Store': 'x' })).told).toBe('');
  });
});

describe('a picture that cannot be shown yet', () => {
  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['without a record', { 'a.jpg': jpeg }, 'content/media/a.jpg\n  The picture has no description; a.yml is missing beside it. Write content/media/a.yml with alt, credit, licence and people, as shown in content/README.md.'],
    ['without a description', { 'a.jpg': jpeg, 'a.yml': RECORD.replace(/alt:.*\n/, '') }, 'content/media/a.yml, line 1, alt\n  This field is missing. Add it; it needs a group of lines (name: value).'],
    ['not described in every language', { 'a.jpg': jpeg, 'a.yml': RECORD.replace(', en: A stall', '') }, 'content/media/a.yml, line 1, alt.en\n  The text in “en” is missing. Add a line “en: …”.'],
    ['described by nothing', { 'a.jpg': jpeg, 'a.yml': RECORD.replace('A stall', '""') }, 'content/media/a.yml, line 1, alt.en\n  This is empty. Write a text, or take the line out.'],
    ['without a credit', { 'a.jpg': jpeg, 'a.yml': RECORD.replace('credit: Havenlicht\n', '') }, 'content/media/a.yml, line 1, credit\n  This field is missing. Add it; it needs a text.'],
    ['without a word about people', { 'a.jpg': jpeg, 'a.yml': RECORD.replace('people: none\n', '') }, 'content/media/a.yml, line 1, people\n  This field is missing. Choose: none, unidentifiable, identifiable.'],
    ['with a person and no consent', { 'a.jpg': jpeg, 'a.yml': identifiable('') }, 'content/media/a.yml, line 1, consent\n  A person can be recognised, and no consent is recorded. Add “consent:” with the reference of the signed form, or use another picture.'],
    ['with a consent by name', { 'a.jpg': jpeg, 'a.yml': identifiable('consent: { reference: Rahel Haile }') }, 'content/media/a.yml, line 5, consent.reference\n  “Rahel Haile” is not a reference. Write the number under which the consent is filed, like HL-2026-014; never a name.'],
    ['with an unknown field', { 'a.jpg': jpeg, 'a.yml': `${RECORD}capton: x\n` }, 'content/media/a.yml, line 5, capton\n  “capton” is not a field. Did you mean “caption”?'],
    ['with a record that cannot be read', { 'a.jpg': jpeg, 'a.yml': 'alt: a: b\n' }, 'content/media/a.yml, line 1\n  We cannot read the fields here: a colon, a quotation mark or the number of spaces at the beginning is not right. Put the whole text after the colon in “straight” quotation marks: "…".'],
    ['that is a text', { 'a.jpg': 'hello', 'a.yml': RECORD }, 'content/media/a.jpg\n  This is not a picture, whatever its name says. Save it again as JPEG or PNG.'],
    ['that is cut off', { 'a.jpg': jpeg.subarray(0, 20), 'a.yml': RECORD }, 'content/media/a.jpg\n  The picture cannot be opened. Save it again as JPEG or PNG.'],
  ])('%s', async (_, files, sentence) => {
    const { media, told } = await read(files);
    expect(told).toBe(sentence);
    expect(media.find('a.jpg')).toBe('faulty');
  });
});

test('a picture whose head is sound and whose rest is missing is told before anything is drawn', async () => {
  const whole = await blank(900, 600).jpeg().toBuffer();
  const { media, told } = await read({ 'a.jpg': whole.subarray(0, Math.floor(whole.length / 2)), 'a.yml': RECORD });
  expect([media.find('a.jpg'), told]).toEqual(['faulty', 'content/media/a.jpg\n  The picture cannot be opened. Save it again as JPEG or PNG.']);
});

test('a child in a picture needs a consent, recognisable or not', async () => {
  const minor = RECORD.replace('people: none', 'people: unidentifiable\nminor: true');
  expect((await read({ 'a.jpg': jpeg, 'a.yml': minor })).told).toContain('consent\n  A child is in the picture, and no consent is recorded.');
  expect((await read({ 'a.jpg': jpeg, 'a.yml': `${minor}consent: { reference: HL-2026-014, obtained: 2026-01-01 }\n` })).told).toBe('');
});

describe('a consent', () => {
  test.each([
    ['without an end', '{ reference: HL-2026-014 }', 'shown'],
    ['on its last day', '{ reference: HL-2026-014, expires: 2026-11-23 }', 'shown'],
    ['a day after its end', '{ reference: HL-2026-014, expires: 2026-11-22 }', 'removed'],
    ['withdrawn today', '{ reference: HL-2026-014, withdrawn: 2026-11-23 }', 'removed'],
    ['to be withdrawn tomorrow', '{ reference: HL-2026-014, withdrawn: 2026-11-24 }', 'shown'],
  ])('%s: the picture is %s', async (_, consent, state) => {
    const { media, told } = await read({ 'a.jpg': jpeg, 'a.yml': identifiable(`consent: ${consent}`) });
    const found = media.find('a.jpg');
    expect(typeof found === 'object' ? 'shown' : found).toBe(state);
    expect(told === '').toBe(state === 'shown');
  });

  test('that has ended is told, and holds nothing up', async () => {
    const { faults, told } = await read({ 'a.jpg': jpeg, 'a.yml': identifiable('consent: { reference: HL-2026-014, withdrawn: 2026-01-01 }') });
    expect(faults.map(({ stops }) => stops)).toEqual(['nothing']);
    expect(told).toBe('content/media/a.yml, line 5, consent\n  The consent HL-2026-014 has ended, so the picture was taken off every page. Choose another picture, or record a new consent.');
  });
});

describe('a picture that tells where it was taken', () => {
  test('stops the build by name, record or no record', async () => {
    const bytes = await blank().withExif({ IFD3: GPS }).jpeg().toBuffer();
    for (const record of ['a.yml', 'b.yml']) {
      const { faults } = await read({ 'a.jpg': bytes, [record]: RECORD });
      expect(faults.find(({ stops }) => stops === 'build')).toMatchObject({ file: 'content/media/a.jpg', wrong: expect.stringContaining('GPSLatitude'), remedy: 'Clean it: npm run photo -- clean content/media/a.jpg' });
    }
  });
});

test('a link to a picture elsewhere is reported, not followed', async () => {
  const { root } = await read({ 'a.yml': RECORD });
  await symlink('/etc/hostname', join(root, 'content/media/a.jpg'));
  const faults: Fault[] = [];
  const media = await readMediaFolder(root, ['nl', 'en'], '2026-11-23', faults);
  expect(media.find('a.jpg')).toBe('missing');
  expect(told(faults)).toBe('content/media/a.jpg\n  This is a link to another place, which could publish files by accident. Put the file itself here.');
});
