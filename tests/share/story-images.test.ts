import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { progress } from '../../integrations/share/progress.ts';
import { drawStoryImages, openStudio } from '../../integrations/share/story-images.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { event, factCheck, organisation, press } from '../specimens.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rostrum-share-'));
  await mkdir(join(root, 'public'));
  await cp(join(project, 'public/logo.svg'), join(root, 'public/logo.svg'));
  await cp(join(project, 'src/share'), join(root, 'src/share'), { recursive: true });
  await cp(join(project, 'package.json'), join(root, 'package.json'));
});
afterEach(() => rm(root, { recursive: true }));
const open = (own = {}) => openStudio({ root, site: { ...organisation, ...own }, pictures: [] });

test('every text gets a picture with a description in its language', async () => {
  const faults: Fault[] = [];
  const images = await drawStoryImages(await open(), [press(), press({ lang: 'ar', title: 'إنترنت مجاني' }), factCheck(), event()], faults);
  expect(faults).toEqual([]);
  expect(images.map(({ id }) => id)).toEqual(['press/free-internet/nl', 'press/free-internet/ar', 'fact-checks/six-countries/nl', 'events/talk/nl']);
  expect(images[1]!.alt).toBe('بيان صحفي. إنترنت مجاني. Havenlicht.');
  expect(images[0]).toMatchObject({ width: 1200, height: 630 });
});

test('a text whose picture is refused goes out without, and staff learn what to change', async () => {
  const faults: Fault[] = [];
  expect(await drawStoryImages(await open(), [press({ title: 'Kom ook 🙂' })], faults)).toEqual([]);
  expect(faults).toEqual([{ file: 'content/press/free-internet/index.nl.md', field: 'title', stops: 'nothing', wrong: 'Our typefaces have no shape for “🙂” (U+1F642), character 9 of “title”.', remedy: 'Take it out, or write it in words.' }]);
});

test('a text that was taken back has no picture that could travel on', async () => {
  const images = await drawStoryImages(await open(), [press({ withdrawn: { at: '2026-11-02T09:00:00.000Z', text: 'Fout.' } })], []);
  expect(images).toEqual([]);
});

test('a second time costs next to nothing', async () => {
  const versions = Array.from({ length: 100 }, (_, index) => press({ slug: `story-${index}`, title: `Bericht nummer ${index}` }));
  const first = await drawStoryImages(await open(), versions, []);
  const studio = await open();
  const started = performance.now();
  expect(await drawStoryImages(studio, versions, [])).toEqual(first);
  expect([studio.cache.drawn, studio.cache.kept]).toEqual([0, 100]);
  // A thousand stories must stay below two seconds, on a busy machine too.
  expect(performance.now() - started).toBeLessThan(200);
});

test('a brand may use a PNG as its sign, and a missing one is asked for by name', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwHwgZGP4DACjvBvq5Pjb0AAAAAElFTkSuQmCC', 'base64');
  await writeFile(join(root, 'public/sign.png'), png);
  await expect(open({ brand: { logo: 'other.png' } })).rejects.toThrow('The sign of the share images, public/other.png, is missing. Put it there, or name another file under “brand.logo” in content/site.ts.');
  const faults: Fault[] = [];
  expect(await drawStoryImages(await open({ brand: { logo: 'sign.png' } }), [press()], faults)).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('progress is shown on a terminal, after a second, and taken away at the end', () => {
  const written: string[] = [];
  let time = 0;
  const run = (isTTY: boolean) => {
    written.length = 0;
    const line = progress('Share images', 30, { isTTY, write: (text) => void written.push(text) }, () => time);
    for (let step = 0; step < 30; step++, time += 100) line.step();
    line.done();
    return written.map((text) => text.replace(/\r\x1b\[K/, ''));
  };
  expect(run(false)).toEqual([]);
  const shown = run(true);
  expect(shown[0]).toBe('Share images: 11 of 30');
  expect(shown.at(-1)).toBe('');
  expect(shown.length).toBeLessThan(16);
});
