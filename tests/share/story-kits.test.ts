import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edition } from '../../integrations/files/edition.ts';
import { KitDesk } from '../../integrations/share/kit-desk.ts';
import { progress } from '../../integrations/share/progress.ts';
import { drawKits, planKits } from '../../integrations/share/story-kits.ts';
import { openStudio } from '../../integrations/share/studio.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { SIZES } from '../../src/share/size.ts';
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

test('every text gets a kit: six sizes, a poster, and a link picture that is one of them', async () => {
  const faults: Fault[] = [];
  const { kits, shareImages } = await drawKits(await open(), [press(), press({ lang: 'ar', title: 'إنترنت مجاني', summary: 'نطلب شبكة مفتوحة.' }), factCheck(), event()], faults);
  expect(faults).toEqual([]);
  expect(shareImages.map(({ id }) => id)).toEqual(['press/free-internet/nl', 'press/free-internet/ar', 'fact-checks/six-countries/nl', 'events/talk/nl']);
  expect(shareImages[1]!.alt).toBe('بيان صحفي. إنترنت مجاني. Havenlicht.');
  expect(shareImages[0]).toMatchObject({ width: 1200, height: 630, src: kits[0]!.images[0]!.src });
  expect(kits.map(({ images }) => images.map(({ size }) => size))).toEqual(kits.map(() => [...SIZES]));
  for (const src of kits.flatMap(({ images, poster }) => [...images.map((image) => image.src), poster!.src])) expect(existsSync(join(root, '.data', src)), src).toBe(true);
});

test('a release also gets a card for each of its quotes, and a story with a figure one for that', async () => {
  const quote = { text: 'Wij vragen om een antwoord.', by: 'Noor van Eijk', role: 'directeur', consent: 'public-role' as const };
  const figure = { value: '1 op 3', label: 'huizen staat leeg.', source: 'Gemeente Havenstad, 2026' };
  const { kits } = await drawKits(await open(), [press({ quotes: [quote, quote], figure })], []);
  const more = kits[0]!.images.filter(({ shows }) => shows !== 'story');
  expect(more.map(({ shows, size }) => `${shows} ${size}`)).toEqual([...Array(2).fill(['quote 1080x1080', 'quote 1080x1350']).flat(), 'figure 1200x630', 'figure 1080x1080', 'figure 1080x1350']);
  expect(more[0]!.alt).toBe('Citaat: ‘Wij vragen om een antwoord.’ Noor van Eijk, directeur. Havenlicht.');
  expect(more.at(-1)!.alt).toBe('Cijfer: 1 op 3 huizen staat leeg. Gemeente Havenstad, 2026. Havenlicht.');
});

test('a story that may go to some networks only has pictures in the sizes that those want, and the one beside links', async () => {
  const quote = { text: 'Wij vragen om een antwoord.', by: 'Noor van Eijk', role: 'directeur', consent: 'public-role' as const };
  const studio = await open({ networks: ['whatsapp', 'x', 'instagram', 'youtube'] });
  const sizesOf = async (channels: string[]) => (await drawKits(studio, [press({ quotes: [quote], channels })], [])).kits[0]!.images.map(({ shows, size }) => `${shows} ${size}`);
  expect(await sizesOf(['whatsapp'])).toEqual(['story 1200x630', 'story 1080x1080', 'story 1080x1920', 'quote 1080x1080']);
  expect(await sizesOf(['youtube'])).toEqual(['story 1200x630', 'story 1280x720']);
  expect(await sizesOf([])).toEqual(['story 1200x630']);
  expect((await sizesOf(['whatsapp', 'x', 'instagram', 'youtube', 'facebook'])).filter((one) => one.startsWith('story'))).toHaveLength(SIZES.length);
});

test('what is refused is left out, and staff learn once what to change', async () => {
  const faults: Fault[] = [];
  const { kits, shareImages } = await drawKits(await open(), [press({ title: 'Kom ook 🙂' })], faults);
  expect([kits, shareImages]).toEqual([[{ id: 'press/free-internet/nl', images: [], poster: undefined }], []]);
  expect(faults).toEqual([{ file: 'content/press/free-internet/index.nl.md', field: 'title', stops: 'nothing', wrong: `Our typefaces have no shape for “🙂” (U+1F642), character 9 of “title”. Left out: ${SIZES.join(', ')}, the poster.`, remedy: 'Take it out, or write it in words.' }]);
});

test('a quote that is too long for one size only is missing there, and the worst count is told', async () => {
  const faults: Fault[] = [];
  const quote = { text: 'Wij vragen om een antwoord op tijd. '.repeat(22).trim(), by: 'Noor van Eijk', role: 'directeur', consent: 'public-role' as const };
  const { kits } = await drawKits(await open(), [press({ quotes: [quote] })], faults);
  expect(kits[0]!.images.filter(({ shows }) => shows === 'quote').length).toBeLessThan(2);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ field: 'quotes.1', stops: 'nothing', remedy: expect.stringMatching(/^Make it shorter; there is room for about \d+ characters\.$/) });
  expect(faults[0]!.wrong).toMatch(/^“quotes\.1” is \d+ characters too long for the share image\. Left out: the quote in /);
});

test('a text that was taken back has nothing that could travel on', async () => {
  expect(await drawKits(await open(), [press({ withdrawn: { at: '2026-11-02T09:00:00.000Z', text: 'Fout.' } })], [])).toEqual({ kits: [], shareImages: [] });
});

test('while somebody writes, the kit is known before anything is drawn, and is the one that the build will make', async () => {
  const versions = [press({ draft: true }), factCheck()];
  const planned = planKits(await open(), versions);
  expect(existsSync(join(root, '.data'))).toBe(false);
  const { kits, shareImages } = await drawKits(await open(), versions, []);
  expect([planned.kits, planned.shareImages]).toEqual([kits, shareImages]);
  expect([...planned.works.keys()].sort()).toEqual((await readdir(join(root, '.data/share'))).sort());
});

test('a page that asks for a file of an unpublished kit gets it, and nothing else', async () => {
  const desk = new KitDesk(root, { ...organisation, shareImages: true });
  const { kits } = await desk.plan({ pictures: [], versions: [press({ draft: true })] } as unknown as Edition);
  const { images, poster } = kits[0]!;
  expect((await desk.fileOf(basename(images[3]!.src)))!.subarray(1, 4).toString()).toBe('PNG');
  expect((await desk.fileOf(basename(poster!.src)))!.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await desk.fileOf('other-nl-1080x1080-0123456789.png')).toBeUndefined();
  expect(await readdir(join(root, '.data/share'))).toHaveLength(2);
});

test('a second time nothing is drawn', async () => {
  const versions = Array.from({ length: 3 }, (_, index) => press({ slug: `story-${index}`, title: `Bericht nummer ${index}` }));
  const first = await drawKits(await open(), versions, []);
  const studio = await open();
  expect(await drawKits(studio, versions, [])).toEqual(first);
  expect([studio.cache.drawn, studio.cache.kept]).toEqual([0, 3 * 7]);
});

test('a brand may use a PNG as its sign, and a missing one is asked for by name', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwHwgZGP4DACjvBvq5Pjb0AAAAAElFTkSuQmCC', 'base64');
  await writeFile(join(root, 'public/sign.png'), png);
  await expect(open({ brand: { logo: 'other.png' } })).rejects.toThrow('The sign of the share images, public/other.png, is missing. Put it there, or name another file under “brand.logo” in content/site.ts.');
  const faults: Fault[] = [];
  expect((await drawKits(await open({ brand: { logo: 'sign.png' } }), [press()], faults)).kits[0]!.images).toHaveLength(6);
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

test('where there is no terminal, a line every ten seconds says that it goes on', () => {
  const written: string[] = [];
  let time = 0;
  const line = progress('Share kits', 91, { write: (text) => void written.push(text) }, () => time);
  for (let step = 0; step < 91; step++, time += 300) line.step();
  line.done();
  expect(written).toEqual(['Share kits: 35 of 91 …\n', 'Share kits: 69 of 91 …\n']);
});
