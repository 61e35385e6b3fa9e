import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newStory } from '../../integrations/commands/new.ts';
import { folder } from '../desk.ts';

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test('a new petition asks for whom it is meant in each of its languages', async () => {
  const root = await folder({});
  expect(await newStory(['petition', 'warm-homes', '--lang', 'nl,ar'], root)).toBe(0);
  expect(await readFile(join(root, 'content/petitions/warm-homes/petition.yml'), 'utf8')).toMatch(/^target: +# whom you ask, in each language\n {2}nl: …\n {2}ar: …\nopens: /);
});

test.each([
  [['nl'], /index\.nl\.md exists already\. Choose another slug/],
  [['nl', 'en'], /index\.nl\.md, content\/press\/quiet\/index\.en\.md exist already\. Choose another slug/],
])('nothing that exists is written over: %s', async (languages, sentence) => {
  const root = await folder(Object.fromEntries(languages.map((lang) => [`content/press/quiet/index.${lang}.md`, 'Ours.'])));
  await expect(newStory(['press', 'quiet', '--lang', languages.join(',')], root)).rejects.toThrow(sentence);
  for (const lang of languages) expect(await readFile(join(root, `content/press/quiet/index.${lang}.md`), 'utf8')).toBe('Ours.');
});
