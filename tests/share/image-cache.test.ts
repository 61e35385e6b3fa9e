import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../integrations/share/fingerprint.ts';
import { ImageCache } from '../../integrations/share/image-cache.ts';
import { pressCard } from '../../src/share/press-card.ts';
import type { Setup } from '../../src/share/stage.ts';
import { brand, setup } from './setup.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'rostrum-share-'))));
afterEach(() => rm(folder, { recursive: true }));

const card = (title = 'Gratis internet', own: Partial<Setup> = {}, lang = 'nl') => pressCard({ kind: 'Persbericht', title }, setup(lang, own));

describe('a picture that did not change', () => {
  test('is drawn once, and found again by the next build', async () => {
    const first = new ImageCache(folder, 'a');
    const name = await first.ensure(card(), 'free-internet');
    const bytes = await readFile(join(folder, name));
    const second = new ImageCache(folder, 'a');
    expect(await second.ensure(card(), 'free-internet')).toBe(name);
    expect([first.drawn, first.kept, second.drawn, second.kept]).toEqual([1, 0, 0, 1]);
    expect((await readFile(join(folder, name))).equals(bytes)).toBe(true);
  });

  test('is drawn once for two who ask at the same time', async () => {
    const cache = new ImageCache(folder, 'a');
    expect(new Set(await Promise.all([cache.ensure(card(), 'x'), cache.ensure(card(), 'x'), cache.ensure(card(), 'x')])).size).toBe(1);
    expect([cache.drawn, await readdir(folder)]).toEqual([1, [cache.nameOf(card(), 'x')]]);
  });

  test('has a name that tells story, language and size, and what it holds', async () => {
    expect(new ImageCache(folder, 'a').nameOf(card(), 'free-internet')).toMatch(/^free-internet-nl-1200x630-[0-9a-f]{10}\.png$/);
  });
});

describe('a picture gets a new name', () => {
  const names = (cards: Parameters<ImageCache['nameOf']>[0][]) => cards.map((one) => new ImageCache(folder, 'a').nameOf(one, 'x'));
  const photo = (hash: string) => ({ photo: { hash, alt: 'Een kraam', read: async () => new Uint8Array() } });

  test('when words, theme, colours, logo, organisation, photo or the painter change', () => {
    const changed = [card(), card('Anders'), card(undefined, { theme: 'dark' }), card(undefined, { brand: { ...brand, colours: { ...brand.colours, accent: '#0b5a62' } } }), card(undefined, { brand: { ...brand, logo: brand.logo.replace('15', '14') } }), card(undefined, { organisation: 'Anders' }), card(undefined, photo('a')), card(undefined, photo('b'))];
    const all = [...names(changed), new ImageCache(folder, 'b').nameOf(card(), 'x')];
    expect(new Set(all).size).toBe(all.length);
  });

  test('but not when only the description of the photo does', () => {
    const [one, other] = names([card(undefined, photo('a')), card(undefined, { photo: { ...photo('a').photo, alt: 'Twee kramen' } })]);
    expect(one).toBe(other);
  });

  test('when our own drawing code or one of its libraries changes', async () => {
    const project = await mkdtemp(join(folder, 'project-'));
    const write = (path: string, text: string) => writeFile(join(project, path), text);
    await mkdir(join(project, 'src/share'), { recursive: true });
    await write('src/share/card.ts', 'a');
    await write('package.json', JSON.stringify({ dependencies: { satori: '1.0.0', yaml: '1.0.0' } }));
    const before = await fingerprint(project);
    await write('package.json', JSON.stringify({ dependencies: { satori: '1.0.0', yaml: '2.0.0' } }));
    expect(await fingerprint(project)).toBe(before);
    await write('package.json', JSON.stringify({ dependencies: { satori: '1.0.1', yaml: '2.0.0' } }));
    const later = await fingerprint(project);
    await write('src/share/card.ts', 'b');
    expect(new Set([before, later, await fingerprint(project)]).size).toBe(3);
  });
});

test('pictures that no story shows any more are deleted, all others stay', async () => {
  const first = new ImageCache(folder, 'a');
  const [kept, stale] = [await first.ensure(card(), 'kept'), await first.ensure(card('Anders'), 'stale')];
  expect((await readdir(folder)).sort()).toEqual([kept, stale].sort());
  const second = new ImageCache(folder, 'a');
  await second.ensure(card(), 'kept');
  await second.prune();
  expect(await readdir(folder)).toEqual([kept]);
});

test('a picture that is refused leaves nothing behind', async () => {
  const cache = new ImageCache(folder, 'a');
  await expect(cache.ensure(card('Welkom 🙂'), 'x')).rejects.toThrow('no shape for “🙂”');
  expect(await readdir(folder)).toEqual([]);
});
