import { describe, expect, test } from 'vitest';
import { readEdition } from '../../integrations/files/edition.ts';
import { fieldsOf, folder, told, written } from '../desk.ts';
import { NOW, organisation } from '../specimens.ts';

const story = (slug: string, body?: string, later = false) => ({ [`content/press/${slug}/index.nl.md`]: written(fieldsOf('press', ['place:', `${later ? 'embargo: 2027-01-01 09:00\n' : ''}place:`]), body) });
const read = async (redirects: string, files: Record<string, string> = story('new')) => {
  const edition = await readEdition({ root: await folder({ ...files, 'content/redirects.yml': redirects }), site: organisation, now: NOW });
  return { ...edition, told: told(edition.faults) };
};

test('an old place leads to the new one in every language, chains to their end', async () => {
  const { redirects, told } = await read('press/old: press/older\npress/older: press/new\n');
  expect(told).toBe('');
  expect(Object.keys(redirects)).toHaveLength(8);
  expect(redirects).toMatchObject({ '/nl/press/old/': '/nl/press/new/', '/ar/press/older/': '/ar/press/new/' });
});

test('without the file, or with an empty one, nothing moved', async () => {
  expect((await read('')).redirects).toEqual({});
  expect((await readEdition({ root: await folder({}), site: organisation, now: NOW })).redirects).toEqual({});
});

describe('a mistake stops the build, with its line', () => {
  test.each([
    ['- press/old: press/new', 'line 1\n  The file is not a list of moves. Write one move a line, without “- ” before it: press/old-name: press/new-name'],
    ['# x\npress/old: https://elsewhere.example/', 'line 2\n  “press/old: https://elsewhere.example/” is not a move. Write it like press/old-name: press/new-name, without language and without slashes at the ends.'],
    ['/nl/press/old/: /nl/press/new/', 'line 1\n  “/nl/press/old/: /nl/press/new/” is not a move.'],
    ['press/old: [press/new]', 'line 1\n  “press/old: …” is not a move.'],
    ['press/a: press/b\npress/b: press/a', 'line 2\n  “press/b” leads in a circle. Let one of the lines lead to a text that exists.'],
    ['press/old: press/nowhere', 'line 1\n  “/nl/press/old/” leads to “/nl/press/nowhere/”, where there is no text. Mend the line.'],
    ['press/new: press/other', 'line 1\n  “/nl/press/new/” is the address of a text that exists, so it cannot lead elsewhere. Take the line out.'],
    ['press/old: a: b', 'line 1\n  We cannot read the fields here'],
  ])('%s', async (redirects, sentence) => {
    const { faults, told } = await read(redirects);
    expect(told).toContain(`content/redirects.yml, ${sentence}`);
    expect(faults.every(({ stops }) => stops === 'build')).toBe(true);
  });
});

test('a sign to a story that is not public yet waits until it is', async () => {
  const { redirects, faults, told } = await read('press/old: press/new', story('new', undefined, true));
  expect([redirects, faults.map(({ stops }) => stops)]).toEqual([{}, ['nothing']]);
  expect(told).toBe('content/redirects.yml, line 1\n  “press/old” waits, since “press/new” is not public yet. It leads there as soon as that text is out.');
});

test('a text may link to an old address that leads on', async () => {
  const files = { ...story('new'), ...story('from', '[dit](/nl/press/old/)\n') };
  expect((await read('press/old: press/new', files)).told).toBe('');
  expect((await read('press/oud: press/new', files)).told).toContain('The link to “/nl/press/old/” leads nowhere');
});
