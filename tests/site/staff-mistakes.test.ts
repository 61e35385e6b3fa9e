import { existsSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factCheckFile, foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, type ProjectCopy } from '../workbench.ts';

let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
  expect((await copy.build({ strict: true })).code).toBe(0);
});
afterAll(() => copy.discard());

const live = () => readlink(join(copy.root, 'dist'));

test('Faults in three new stories are all listed at once, those stories are left out, and the rest is published', async () => {
  await copy.write('content/press/one/index.nl.md', pressFile({ published: '17-11-2026', colour: 'red' }));
  await copy.write('content/press/two/index.nl.md', pressFile({ topics: ['gardening'], image: 'nowhere.jpg' }));
  await copy.write('content/fact-checks/three/index.nl.md', factCheckFile({ evidence: [], verdict: 'false' }));
  await copy.write('content/press/sound/index.nl.md', pressFile({ title: 'A sound new story' }));
  const { code, said } = await copy.build();
  expect(code).toBe(0);
  expect(said).toContain('things to mend');
  for (const fault of [
    /content\/press\/one\/index\.nl\.md, line \d+, published\n {2}\S/, /content\/press\/one\/index\.nl\.md, line \d+, colour\n {2}“colour” is not a field\./,
    /content\/press\/two\/index\.nl\.md, line \d+, topics\.1\n {2}“gardening” is not known\./,
    /content\/fact-checks\/three\/index\.nl\.md, line \d+, evidence\n/, /content\/fact-checks\/three\/index\.nl\.md, line \d+, verdict\n/,
  ]) expect(said).toMatch(fault);
  expect(said).toContain('Left out until they are mended');
  for (const story of ['press/one', 'press/two', 'fact-checks/three']) expect(existsSync(join(copy.client, 'nl', story)), story).toBe(false);
  expect(existsSync(join(copy.client, 'nl/press/sound/index.html'))).toBe(true);
});

test('A strict build fails because of them, and the old site stays', async () => {
  const before = await live();
  const { code, said } = await copy.build({ strict: true });
  expect(code).toBe(1);
  expect(said).toContain('Nothing was built; the site stays as it was.');
  expect(await live()).toBe(before);
  for (const story of ['press/one', 'press/two', 'fact-checks/three']) await copy.remove(`content/${story}`);
});

test('A mistake in a story that was public stops the build: it never drops out silently', async () => {
  const before = await live();
  await copy.write('content/press/sound/index.nl.md', pressFile({ title: 'A sound new story', published: 'yesterday' }));
  const { code, said } = await copy.build();
  expect(code).toBe(1);
  expect(said).toContain('content/press/sound/index.nl.md, line 4, published');
  expect(said).toContain('  /nl/press/sound/   (content/press/sound/index.nl.md has faults, see above)');
  expect(await live()).toBe(before);
  expect(existsSync(join(copy.client, 'nl/press/sound/index.html'))).toBe(true);
});

test.each([
  [{ HOSTING: 'ftp' }, 'HOSTING is “ftp”; it can be server or static.'],
  [{ SITE_URL: 'https://example.org/news' }, 'SITE_URL is “https://example.org/news”; write the whole host without a path, like https://example.org.'],
  [{ ROSTRUM_NOW: 'tomorrow' }, 'ROSTRUM_NOW is “tomorrow”, which is not a moment. Write it like 2026-11-23T10:00:00Z.'],
])('The setting %o is refused in one sentence', async (env, sentence) => {
  const { code, said } = await copy.build({ env });
  expect(code).toBeGreaterThan(0);
  expect(said.trim()).toBe(sentence);
});

test.each([
  ['https://small.example', 'small.example', 'content/site.ts, url: “small.example” is not a web address.'],
  ['"nl",', '"nl",\n"de",', 'content/site.ts, tagline.de: The text in “de” is missing'],
])('A mistake in the settings is told by its place in content/site.ts: %s', async (right, wrong, sentence) => {
  const settings = await copy.read('content/site.ts');
  await copy.edit('content/site.ts', (text) => text.replace(right, wrong));
  const { code, said } = await copy.build();
  await copy.write('content/site.ts', settings);
  expect(code).toBe(2);
  expect(said).toContain(`Please mend these settings:\n  ${sentence}`);
  expect(said).not.toContain('    at ');
});
