import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findStoryFiles } from '../../integrations/files/story-folder.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { folder, told } from '../desk.ts';

const find = async (paths: readonly string[], prepare?: (root: string) => Promise<unknown>) => {
  const root = await folder(Object.fromEntries(paths.map((path) => [`content/${path}`, 'x'])));
  await prepare?.(root);
  const faults: Fault[] = [];
  const files = await findStoryFiles(root, ['nl', 'en', 'pt-BR'], faults);
  return { files, told: told(faults) };
};

test('stories are found in their sections, in every language of the site', async () => {
  const { files, told } = await find(['press/free-internet/index.nl.md', 'press/free-internet/index.en.md', 'fact-checks/2023/index.pt-BR.md', 'events/talk/index.nl.md', 'press/free-internet/photo.jpg', 'press/.drafts/index.nl.md']);
  expect(told).toBe('');
  expect(files.map(({ kind, slug, lang, path }) => [kind, slug, lang, path])).toEqual([
    ['press', 'free-internet', 'en', 'content/press/free-internet/index.en.md'],
    ['press', 'free-internet', 'nl', 'content/press/free-internet/index.nl.md'],
    ['fact-check', '2023', 'pt-BR', 'content/fact-checks/2023/index.pt-BR.md'],
    ['event', 'talk', 'nl', 'content/events/talk/index.nl.md'],
  ]);
});

test('a project without stories has none', async () => expect(await find([])).toEqual({ files: [], told: '' }));

describe('a file in the wrong place gets a sentence', () => {
  test.each([
    ['outside a folder', ['press/free-internet.md'], 'content/press/free-internet.md\n  This text stands outside a story’s folder. Make a folder for it: content/press/free-internet/index.nl.md'],
    ['outside a folder, with its language', ['press/free-internet.nl.md'], 'content/press/free-internet.nl.md\n  This text stands outside a story’s folder. Make a folder for it: content/press/free-internet/index.nl.md'],
    ['of a language that the site does not have', ['press/a/index.nl.md', 'press/a/index.de.md'], 'content/press/a/index.de.md\n  “de” is not a language of this site. Name the file after one of nl, en, pt-BR, or add the language to content/site.ts.'],
    ['with its language in capitals', ['press/a/index.NL.md'], 'content/press/a/index.NL.md\n  Two files would get the same address, or nearly so. Write the language like in content/site.ts, index.nl.md, and keep only one such file.'],
    ['with its language in small letters where the site has capitals', ['press/a/index.pt-br.md'], 'content/press/a/index.pt-br.md\n  Two files would get the same address, or nearly so. Write the language like in content/site.ts, index.pt-BR.md, and keep only one such file.'],
    ['without a language', ['press/a/index.md'], 'content/press/a/index.md\n  The file’s name does not say its language. Name it index.nl.md, or whichever language it is in.'],
    ['with a name of its own', ['press/a/bericht.nl.md'], 'content/press/a/bericht.nl.md\n  The file’s name does not say its language. Name it index.nl.md, or whichever language it is in.'],
    ['from Word', ['press/a/bericht.docx'], 'content/press/a/bericht.docx\n  The file’s name does not say its language. Name it index.nl.md, or whichever language it is in.'],
    ['without a text', ['press/a/photo.jpg'], 'content/press/a\n  There is no text in this folder. Write index.nl.md, or delete the folder.'],
  ])('%s', async (_, paths, sentence) => expect((await find(paths)).told).toBe(sentence));

  test.each(['Free-Internet', 'free_internet', 'free internet', 'gratis-é', '-free', 'free--internet', 'free.internet'])('a folder named “%s” cannot be part of an address', async (name) => {
    const { files, told } = await find([`press/${name}/index.nl.md`]);
    expect(files).toEqual([]);
    expect(told).toBe(`content/press/${name}\n  “${name}” cannot be part of an address. Use small letters a to z, digits and single hyphens, like free-internet-for-all.`);
  });

  test.each(['page', 'desk'])('a folder named “%s” would take an address that the site needs', async (name) => {
    expect((await find([`press/${name}/index.nl.md`])).told).toBe(`content/press/${name}\n  “${name}” is an address that the site needs for itself. Choose another word, or add one: ${name}-of-2026.`);
  });

  test('a link to another place, as a file and as a folder, is not followed', async () => {
    const { files, told } = await find(['press/a/index.nl.md'], async (root) => {
      await mkdir(join(root, 'secret'));
      await symlink(join(root, 'secret'), join(root, 'content/press/b'));
      await symlink('/etc/hostname', join(root, 'content/press/a/index.en.md'));
    });
    expect(files.map(({ path }) => path)).toEqual(['content/press/a/index.nl.md']);
    expect(told.match(/This is a link to another place/g)).toHaveLength(2);
  });
});
