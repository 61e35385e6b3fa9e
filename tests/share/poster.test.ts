import { expect, test } from 'vitest';
import { drawPoster } from '../../src/share/page.ts';
import { qrCode, qrPath } from '../../src/share/qr.ts';
import { rasterOf, type Raster } from '../../src/share/raster.ts';
import { storyPoster } from '../../src/share/story-poster.ts';
import { event, factCheck, organisation, petition, press } from '../specimens.ts';
import { articleTitles } from './declaration.ts';
import { objectsOf, printed } from './printed.ts';
import { readQr } from './qr-reader.ts';
import { brand } from './setup.ts';

const posterFor = (version: Parameters<typeof storyPoster>[0], own = {}) => storyPoster(version, organisation, { ...brand, ...own }, 'https://havenlicht.example');
const DOTS = 3;
/** The code’s place in points, from the upper left corner, and the modules of its side with the free ground. */
const codeIn = async (pdf: Buffer, address: string) => {
  const page = await printed(pdf, DOTS);
  const areas = [...objectsOf(pdf).values()].flatMap(({ head }) => /\/Rect \[([^\]]*)\]/.exec(head)?.[1]!.split(' ').map(Number) ?? []);
  const { size } = qrCode(address);
  const [left, , right, top] = areas as [number, number, number, number];
  const module = ((right - left) * DOTS) / size;
  const at = (column: number, row: number) => darkAt(page, left * DOTS + (column + 0.5) * module, (841.89 - top) * DOTS + (row + 0.5) * module);
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => at(column, row)));
};
const darkAt = ({ rgba, width }: Raster, x: number, y: number) => rgba[(Math.floor(y) * width + Math.floor(x)) * 4]! < 128;
const QUIET = 4;
const inner = (modules: boolean[][]) => modules.slice(QUIET, -QUIET).map((row) => row.slice(QUIET, -QUIET));

test.each([['nl', press()], ['ar', factCheck({ lang: 'ar', finding: 'فرّ الناس من بلدان كثيرة.' })], ['uk', event({ lang: 'uk', slug: 'a-talk-with-a-name-that-is-as-long-as-an-address-may-well-be', where: 'Бібліотека' })]])('the code on a printed poster leads to the story’s own address, and tells that a poster did (%s)', async (lang, version) => {
  const poster = posterFor(version);
  const modules = await codeIn(await drawPoster(poster), poster.code);
  const { text, level } = readQr(inner(modules));
  expect(text).toBe(poster.code);
  expect(text).toBe(`https://havenlicht.example/${lang}/${{ press: 'press', 'fact-check': 'fact-checks', event: 'events' }[version.kind]}/${version.slug}/?utm_source=poster`);
  expect(level).toBe('Q');
  // Four modules of free ground on every side.
  const frame = modules.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, modules.length - 1 - x, modules.length - 1 - y) < QUIET));
  expect(frame.some(Boolean)).toBe(false);
});

test('a code as one path for pages has every module in its place', () => {
  const { size, path } = qrPath('https://havenlicht.example/tr/?utm_source=kit');
  const scale = 8;
  const raster = rasterOf(`<svg xmlns="http://www.w3.org/2000/svg" width="${size * scale}" height="${size * scale}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`);
  const modules = Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => darkAt(raster, (x + 0.5) * scale, (y + 0.5) * scale)));
  expect(readQr(inner(modules)).text).toBe('https://havenlicht.example/tr/?utm_source=kit');
  expect(path).toMatch(/^[Mhvz\d -]+$/);
});

test('a poster is small, tells its language, title and description, and comes out the same each time', async () => {
  const poster = posterFor(factCheck({ lang: 'ar', finding: articleTitles('ar')[1]!, summary: articleTitles('ar')[2]! }));
  const pdf = await drawPoster(poster);
  expect(pdf.length).toBeLessThan(100_000);
  expect((await drawPoster(poster)).equals(pdf)).toBe(true);
  const heads = [...objectsOf(pdf).values()].map(({ head }) => head).join('\n');
  const inUtf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
  expect(heads).toContain(`/Lang ${inUtf16('ar')}`);
  expect(heads).toContain(`/Title ${inUtf16(poster.title)}`);
  expect(heads).toContain(`/S /Figure /P 5 0 R /Pg 3 0 R /K 0 /Alt ${inUtf16(poster.alt)}`);
  expect(heads).toContain(`/URI (${poster.code})`);
});

test('the poster of a fact check shows verdict and fact, and nowhere the claim', () => {
  const version = factCheck({ claim: { ...factCheck().claim, text: 'Zij krijgen gratis auto’s' } });
  const poster = posterFor(version);
  expect(JSON.stringify(poster)).not.toContain('gratis auto');
  expect([poster.texts['title']!.text, poster.texts['words']!.text]).toEqual([version.finding, 'Onwaar']);
});

test('an event’s poster tells the day as its language says it, the time and the place', () => {
  const { texts } = posterFor(event({ lang: 'uk', starts: '2026-03-25T18:30:00.000Z', ends: '2026-03-25T18:50:00.000Z', where: 'Бібліотека' }));
  expect([texts['label']!.text, texts['words']!.text, texts['detail']!.text]).toEqual(['Середа', '25 березня 2026 р.', '19:30–19:50 · Бібліотека']);
});

test('a petition’s poster tells until when people can sign, as long as they can', () => {
  const { terms } = petition();
  expect(posterFor(petition()).texts['words']!.text).toBe('Open tot en met 31 maart 2027');
  expect(posterFor(petition({ terms: { ...terms, delivered: '2026-12-10' } })).texts['words']).toBeUndefined();
});

test.each(['nl', 'ar', 'fa', 'tr', 'uk', 'ti'])('the longest texts find room, and leave 5 mm along the edges white, where office printers do not print (%s)', async (lang) => {
  const [title, finding, more] = articleTitles(lang) as [string, string, string];
  for (const version of [press({ lang, title, summary: `${finding} ${more}`.slice(0, 280) }), factCheck({ lang, finding: `${finding} ${more}`.slice(0, 240), summary: more, verdict: 'missing-context' }), event({ lang, title, where: finding }), petition({ lang, ask: `${title} ${finding}`, summary: more })]) {
    const { rgba, width, height } = await printed(await drawPoster(posterFor(version)), 1);
    const edge = Math.floor((5 / 25.4) * 72);
    const white = (x: number, y: number) => rgba[(y * width + x) * 4]! === 255 && rgba[(y * width + x) * 4 + 1]! === 255;
    const marks = Array.from({ length: width * height }, (_, pixel) => [pixel % width, Math.floor(pixel / width)] as const).filter(([x, y]) => (x < edge || y < edge || x >= width - edge || y >= height - edge) && !white(x, y));
    expect(marks).toEqual([]);
  }
});

test('a colour that could not be read on paper is refused', async () => {
  await expect(drawPoster(posterFor(press(), { colours: { ...brand.colours, ink: '#c9c9c9' } }))).rejects.toThrow('would stand out from its ground by only');
});
