import { unzipSync } from 'fflate';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeKitZips } from '../../integrations/publish/kit-zip.ts';
import { placeShareFiles } from '../../integrations/publish/share-files.ts';
import type { Kit } from '../../src/domain/kit.ts';
import { readFileSync } from 'node:fs';
import { folder, put } from '../desk.ts';
import { newsroom, press } from '../specimens.ts';

const image = (name: string, alt: string) => ({ shows: 'story' as const, size: '1080x1080', src: `/share/${name}`, width: 1080, height: 1080, alt });
const SQUARE = 'free-internet-nl-1080x1080-0123456789.png';
const POSTER = 'free-internet-nl-poster-0123456789.pdf';
const kit: Kit = { id: 'press/free-internet/nl', images: [image(SQUARE, 'Persbericht. Gratis internet.')], poster: { src: `/share/${POSTER}`, alt: 'Een poster.' } };
const PLACE = 'nl/press/free-internet/kit';

/** A site with the drawn files of a kit, and its captions; packs it. */
async function packed({ captions = true, release = press() } = {}) {
  const root = await folder({ [`share/${SQUARE}`]: 'square', [`share/${POSTER}`]: 'poster' });
  const client = join(root, 'client');
  const again = async (kits: readonly Kit[] = [kit]) => {
    await mkdir(client, { recursive: true });
    placeShareFiles(join(root, 'share'), kits, client);
    if (captions) await put(client, { [`${PLACE}/free-internet-nl.txt`]: 'Gratis internet!' });
    writeKitZips(client, join(root, 'kits'), newsroom([release]), kits);
  };
  await again();
  const zip = () => unzipSync(readFileSync(join(client, PLACE, 'free-internet-nl-kit.zip')));
  return { root, client, again, zip };
}
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes!).toString();

test('a kit comes as one file: pictures and poster with names that tell what they are, captions, and what can be seen', async () => {
  const { zip } = await packed();
  expect(Object.keys(zip())).toEqual(['free-internet-nl-1080x1080.png', 'free-internet-nl-poster.pdf', 'alt-texts.txt', 'free-internet-nl.txt']);
  expect(textOf(zip()['free-internet-nl-poster.pdf'])).toBe('poster');
  expect(textOf(zip()['free-internet-nl.txt'])).toBe('Gratis internet!');
  expect(textOf(zip()['alt-texts.txt'])).toBe('free-internet-nl-1080x1080.png\nPersbericht. Gratis internet.\n\nfree-internet-nl-poster.pdf\nEen poster.\n');
});

test('a site without captions still has its kits', async () => {
  const { zip } = await packed({ captions: false });
  expect(Object.keys(zip())).toEqual(['free-internet-nl-1080x1080.png', 'free-internet-nl-poster.pdf', 'alt-texts.txt']);
});

test('a kit that did not change is not packed again, one that did is, and the old file goes', async () => {
  const { root, client, again } = await packed();
  const [first] = await readdir(join(root, 'kits'));
  const long = new Date('2020-01-01T00:00:00Z');
  await utimes(join(root, 'kits', first!), long, long);
  await again();
  expect((await stat(join(root, 'kits', first!))).mtime).toEqual(long);
  await writeFile(join(root, 'share', 'free-internet-nl-1080x1080-9876543210.png'), 'changed');
  await again([{ ...kit, images: [image('free-internet-nl-1080x1080-9876543210.png', 'Anders.')] }]);
  expect(await readdir(join(root, 'kits'))).toEqual([expect.not.stringContaining(first!)]);
  expect(textOf(unzipSync(readFileSync(join(client, PLACE, 'free-internet-nl-kit.zip')))['free-internet-nl-1080x1080.png'])).toBe('changed');
});

test('a text without a kit has no file to download', async () => {
  const { client, again } = await packed();
  await again([]);
  expect(await readdir(join(client, 'share'))).toHaveLength(2);
  const { client: other } = await packed({ release: press({ lang: 'en' }) });
  expect(await readdir(join(other, PLACE))).toEqual(['free-internet-nl.txt']);
});
