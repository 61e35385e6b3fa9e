import { unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNewsroom, picture, pictureRecord } from '../own-newsroom.ts';
import { copyProject, type ProjectCopy } from '../workbench.ts';
import { filesBelow } from './built-site.ts';

let copy: ProjectCopy;
beforeAll(async () => {
  copy = await copyProject({ content: 'none' });
  await foundNewsroom(copy);
  await copy.write('content/media/street.yml', pictureRecord({ people: 'identifiable', consent: { reference: 'SH-2026-004', expires: '2026-11-30' } }));
  expect((await copy.build()).code).toBe(0);
});
afterAll(() => copy.discard());

const story = () => readFileSync(join(copy.client, 'nl/press/library-on-sundays/index.html'), 'utf8');
const zip = () => Object.keys(unzipSync(readFileSync(join(copy.client, 'nl/press/library-on-sundays/library-on-sundays-nl.zip')))).sort();
const pictures = () => filesBelow(copy.client).filter((file) => file.startsWith('/media/'));
const cards = () => filesBelow(copy.client).filter((file) => file.startsWith('/share/')).map((file) => basename(file));
const preview = () => /property="og:image" content="([^"]*)"/.exec(story())![1];

describe('A person in a picture who agreed until the end of November', () => {
  test('is shown in November: on the page, in link previews and in the zip', () => {
    expect(story()).toContain('street.');
    // A card with a photograph is a JPEG, one without is a PNG.
    expect(preview()).toMatch(/\/share\/library-on-sundays-nl-1200x630-[0-9a-f]{10}\.jpg$/);
    expect(cards()).toContain(basename(preview()!));
    expect(zip()).toEqual(['credits.txt', 'library-on-sundays-nl.txt', 'street.jpg']);
    expect(pictures().length).toBeGreaterThan(3);
  });

  test('is named nowhere, and neither is the record of the consent', () => {
    for (const file of filesBelow(copy.client).filter((name) => /\.(html|xml|json|txt)$/.test(name))) expect(readFileSync(join(copy.client, file), 'utf8'), file).not.toContain('SH-2026-004');
  });

  test('is gone in December: from the page, from link previews, from the zip and from the server', async () => {
    const { code, said } = await copy.build({ env: { ROSTRUM_NOW: '2026-12-01T06:00:00Z' } });
    expect(code).toBe(0);
    expect(said).toContain('The consent SH-2026-004 has ended, so the picture was taken off every page.');
    expect(story()).not.toContain('street.');
    expect(preview()).toMatch(/\/share\/library-on-sundays-nl-1200x630-[0-9a-f]{10}\.png$/);
    expect(cards().filter((name) => name.endsWith('.jpg'))).toEqual([]);
    expect(zip()).toEqual(['library-on-sundays-nl.txt']);
    expect(pictures()).toEqual([]);
  });
});

describe('A picture that tells where it was taken', () => {
  test.each(['public/leaflet.jpg', 'public/deep/down/leaflet.JPG', 'content/media/leaflet.jpg'])('stops the build when it lies in %s, and the file is named', async (path) => {
    const before = await readlink(join(copy.root, 'dist'));
    await copy.write(path, await withPlace());
    const { code, said } = await copy.build();
    await copy.remove(path);
    expect(code).toBe(1);
    expect(said).toContain(`${path}\n  The picture tells in hidden fields where or with which camera it was taken (GPS`);
    expect(said).toContain(`npm run photo -- clean ${path}`);
    expect(await readlink(join(copy.root, 'dist'))).toBe(before);
  });

  test('is published without those fields when it comes from a camera that adds harmless ones', async () => {
    await copy.write('content/media/street.jpg', await sharp(await picture(8)).withExif({ IFD0: { Software: 'Painter', Make: 'Maker' } }).jpeg().toBuffer());
    await copy.write('content/media/street.yml', pictureRecord());
    expect((await copy.build()).code).toBe(0);
    expect(pictures().length).toBeGreaterThan(3);
    for (const file of pictures()) expect((await sharp(readFileSync(join(copy.client, file))).metadata()).exif, file).toBeUndefined();
    expect(existsSync(join(copy.client, 'leaflet.jpg'))).toBe(false);
  });
});

async function withPlace(): Promise<Buffer> {
  return sharp(await picture(9)).withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '6/1 5/1 0/1' } }).jpeg().toBuffer();
}
