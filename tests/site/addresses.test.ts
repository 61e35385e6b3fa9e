import { existsSync } from 'node:fs';
import { readFile, readlink, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventFile, foundNewsroom, pressFile } from '../own-newsroom.ts';
import { copyProject, type ProjectCopy } from '../workbench.ts';

let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
  expect((await copy.build()).code).toBe(0);
});
afterAll(() => copy.discard());

const live = () => readlink(join(copy.root, 'dist'));
const page = (path: string) => readFile(join(copy.client, path, 'index.html'), 'utf8');

/** A build that must not change what readers see; gives what it said. */
async function refusedBuild(): Promise<string> {
  const before = await live();
  const { code, said } = await copy.build();
  expect(code).toBe(1);
  expect(await live()).toBe(before);
  return said;
}

test('A renamed story without a sign to its new place stops the build, and the old site stays', async () => {
  await rename(join(copy.root, 'content/press/library-on-sundays'), join(copy.root, 'content/press/sunday-library'));
  const said = await refusedBuild();
  expect(said).toContain('  /nl/press/library-on-sundays/\n');
  expect(said).toContain('  /en/press/library-on-sundays/\n');
  expect(said).toContain('press/old-name: press/new-name');
  expect(await page('/nl/press/library-on-sundays/')).toContain('The library opens on Sundays');
});

test('With a sign, the old address leads to the new one in every language', async () => {
  await copy.write('content/redirects.yml', 'press/library-on-sundays: press/sunday-library\n');
  expect((await copy.build()).code).toBe(0);
  const { redirects } = JSON.parse(await readFile(join(copy.root, 'dist/server/site.json'), 'utf8'));
  expect(redirects).toEqual({ '/nl/press/library-on-sundays/': '/nl/press/sunday-library/', '/en/press/library-on-sundays/': '/en/press/sunday-library/' });
  expect(await page('/en/press/library-on-sundays/')).toContain('content="0; url=/en/press/sunday-library/"');
  expect(await page('/en/press/library-on-sundays/')).toContain('<link rel="canonical" href="https://small.example/en/press/sunday-library/">');
});

test.each([
  ['press/library-on-sundays: press/nowhere', 'leads to “/nl/press/nowhere/”, where there is no text'],
  ['press/library-on-sundays: press/a\npress/a: press/library-on-sundays', 'leads in a circle'],
  ['press/library-on-sundays: press/sunday-library\npress/sunday-library: fact-checks/forty-buses', 'is the address of a text that exists'],
  ['press/library-on-sundays: https://elsewhere.example/', 'is not a move. Write it like press/old-name: press/new-name'],
])('The sign “%s” is refused with a sentence', async (sign, sentence) => {
  await copy.write('content/redirects.yml', `${sign}\n`);
  expect(await refusedBuild()).toContain(sentence);
  await copy.write('content/redirects.yml', 'press/library-on-sundays: press/sunday-library\n');
});

test('A deleted story stops the build, and the remedy is named', async () => {
  const text = await copy.read('content/fact-checks/forty-buses/index.nl.md');
  await copy.remove('content/fact-checks/forty-buses');
  const said = await refusedBuild();
  expect(said).toContain('/nl/fact-checks/forty-buses/');
  expect(said).toContain('add “withdrawn: { at: …, text: why }”');
  await copy.write('content/fact-checks/forty-buses/index.nl.md', text);
});

test('A withdrawn story keeps its address, with the reason instead of the text', async () => {
  await copy.write('content/events/reading-a-timetable/index.nl.md', eventFile({ withdrawn: { at: '2026-11-22T12:00:00+01:00', text: 'The speaker never agreed to this talk.' } }, 'Words that must go.'));
  await copy.write('content/press/sunday-library/index.en.md', pressFile({ title: 'A library for Sundays', image: 'street.jpg', media: ['street.jpg'], translation: { origin: 'human' }, withdrawn: { at: '2026-11-22T12:00:00+01:00', text: 'The library stays closed.' } }, 'Other words that must go.'));
  await copy.edit('content/press/sunday-library/index.nl.md', (text) => text.replace('place:', 'withdrawn: { at: 2026-11-22T12:00:00+01:00, text: De bibliotheek blijft dicht. }\nplace:'));
  expect((await copy.build()).code).toBe(0);
  const event = await page('/nl/events/reading-a-timetable/');
  expect(event).toContain('The speaker never agreed to this talk.');
  expect(event).toContain('A talk about timetables');
  expect(event).not.toContain('Words that must go.');
  expect(existsSync(join(copy.client, 'nl/events/reading-a-timetable/reading-a-timetable.ics'))).toBe(false);
  const release = await page('/en/press/sunday-library/');
  expect(release).toContain('The library stays closed.');
  expect(release).not.toContain('Other words that must go.');
  for (const file of ['sunday-library.txt', 'sunday-library-en.zip', 'desk/index.html']) expect(existsSync(join(copy.client, 'en/press/sunday-library', file)), file).toBe(false);
});
