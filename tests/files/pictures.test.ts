import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { tellingFields } from '../../integrations/files/photo-metadata.ts';
import { drawPictures, planPicture } from '../../integrations/files/pictures.ts';
import { folder, put } from '../desk.ts';
import { blank, GPS, PACKET } from '../photos.ts';

const TEXTS = { alt: { nl: 'Een kraam' }, credit: 'Havenlicht', licence: 'CC BY 4.0' };
const jpeg = (width: number, height: number) => blank(width, height).jpeg().toBuffer();

describe('the plan of a picture', () => {
  test('offers widths up to that of the original, never more', async () => {
    expect((await planPicture('a.jpg', await jpeg(2000, 1000), TEXTS)).webp.map(({ width }) => width)).toEqual([480, 960, 1600]);
    expect((await planPicture('a.jpg', await jpeg(700, 500), TEXTS)).webp.map(({ width }) => width)).toEqual([480, 700]);
    expect((await planPicture('a.jpg', await jpeg(960, 500), TEXTS)).webp.map(({ width }) => width)).toEqual([480, 960]);
    expect((await planPicture('a.jpg', await jpeg(20, 10), TEXTS)).webp.map(({ width }) => width)).toEqual([20]);
  });

  test('keeps the shape, and gives previews the shape that networks want', async () => {
    const picture = await planPicture('a.jpg', await jpeg(3000, 1000), TEXTS);
    expect(picture).toMatchObject({ width: 3000, height: 1000, jpeg: { width: 960, height: 320 }, full: { width: 2400, height: 800 }, card: { width: 1200, height: 630 } });
  });

  test('stands a picture up that was taken with the camera on its side', async () => {
    const lying = await blank(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await planPicture('a.jpg', lying, TEXTS)).toMatchObject({ width: 40, height: 60 });
  });

  test('names files by their content, so that a changed picture has a new address', async () => {
    const plan = async (height: number) => planPicture('a.jpg', await jpeg(100, height), TEXTS);
    const [one, again, other] = await Promise.all([plan(100), plan(100), plan(101)]);
    expect(again.jpeg.src).toBe(one.jpeg.src);
    expect(other.jpeg.src).not.toBe(one.jpeg.src);
    expect(one.jpeg.src).toMatch(/^\/media\/a\.[0-9a-f]{10}-100\.jpg$/);
  });
});

describe('drawn pictures', () => {
  const draw = async (name: string, bytes: Uint8Array) => {
    const root = await folder({ [`content/media/${name}`]: bytes });
    const picture = await planPicture(name, bytes, TEXTS);
    const [cache, target] = [join(root, 'cache'), join(root, 'out')];
    const drawn = await drawPictures(root, [picture], cache, target);
    return { root, picture, cache, target, drawn };
  };

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('made from a %s full of traces carry none of them', async (format) => {
    const bytes = await blank(1700, 900).withExif({ IFD0: { Copyright: 'Rahel Haile' }, IFD2: { BodySerialNumber: '0123' }, IFD3: GPS }).withXmp(PACKET('<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Havenstad"/>')).toFormat(format).toBuffer();
    expect(tellingFields(bytes)).toEqual(expect.arrayContaining(['GPSLatitude', 'BodySerialNumber', 'City']));
    const { target, drawn } = await draw(`a.${format}`, bytes);
    const files = await readdir(join(target, 'media'));
    expect(files).toHaveLength(drawn);
    expect(drawn).toBe(6);
    for (const file of files) {
      const published = await readFile(join(target, 'media', file));
      const { exif, xmp, iptc, orientation } = await sharp(published).metadata();
      expect([file, tellingFields(published), exif, xmp, iptc, orientation]).toEqual([file, [], undefined, undefined, undefined, undefined]);
      expect(/Rahel|Havenstad|GPS/.test(published.toString('latin1'))).toBe(false);
    }
  });

  test('have the sizes that pages announce', async () => {
    const { picture, target } = await draw('a.jpg', await jpeg(1000, 700));
    for (const { src, width, height } of [picture.jpeg, picture.card, picture.full]) expect(await sharp(join(target, src)).metadata()).toMatchObject({ format: 'jpeg', width, height });
    for (const { src, width } of picture.webp) expect(await sharp(join(target, src)).metadata()).toMatchObject({ format: 'webp', width });
  });

  test('are kept: the second time nothing is drawn, and everything is there', async () => {
    const { root, picture, cache } = await draw('a.jpg', await jpeg(600, 400));
    const second = join(root, 'second');
    expect(await drawPictures(root, [picture], cache, second)).toBe(0);
    expect((await readdir(join(second, 'media'))).sort()).toEqual((await readdir(cache)).sort());
  });

  test('are drawn anew when the picture changed under the same name', async () => {
    const { root, cache } = await draw('a.jpg', await jpeg(600, 400));
    const changed = await jpeg(500, 400);
    await put(root, { 'content/media/a.jpg': changed });
    expect(await drawPictures(root, [await planPicture('a.jpg', changed, TEXTS)], cache, join(root, 'out'))).toBe(5);
  });

  test('leave no half file when the original cannot be read', async () => {
    const { root, cache } = await draw('a.jpg', await jpeg(600, 400));
    const broken = (await jpeg(601, 400)).subarray(0, 300);
    await put(root, { 'content/media/b.jpg': broken });
    const picture = { ...(await planPicture('b.jpg', await jpeg(601, 400), TEXTS)) };
    await expect(drawPictures(root, [picture], cache, join(root, 'out'))).rejects.toThrow('content/media/b.jpg\n  The picture cannot be drawn');
    expect((await readdir(cache)).filter((name) => name.startsWith('b.'))).toEqual([]);
  });
});
