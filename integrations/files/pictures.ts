import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile, copyFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import sharp from 'sharp';
import type { Picture } from '../../src/domain/picture.ts';
import { Refusal } from '../refusal.ts';

/** Where drawn pictures are kept between builds, below the project. */
export const DRAWN = '.data/pictures';

/** Widths offered to browsers, in pixels; never wider than the original. */
const WIDTHS = [480, 960, 1600];
const CARD = { width: 1200, height: 630 };
const FULL = 2400;
/** Changes with the way pictures are drawn, so that old files are not taken for new ones. */
const RECIPE = '1';

type Texts = Pick<Picture, 'alt' | 'caption' | 'credit' | 'licence'>;

/** Plans the files of one picture: names by content, sizes by shape. Nothing is drawn yet. */
export async function planPicture(name: string, bytes: Uint8Array, texts: Texts): Promise<Picture> {
  const { autoOrient } = await sharp(bytes).metadata();
  const { width, height } = autoOrient;
  const hash = createHash('sha256').update(RECIPE).update(bytes).digest('hex').slice(0, 10);
  const stem = `/media/${parse(name).name}.${hash}`;
  const widths = WIDTHS.filter((wide) => wide < width);
  if (widths.length < WIDTHS.length) widths.push(Math.min(width, WIDTHS.at(-1)!));
  const scaled = (wide: number) => ({ width: wide, height: Math.round((height * wide) / width) });
  const middle = Math.min(width, 960);
  const full = Math.min(width, FULL);
  return {
    name, width, height, ...texts,
    webp: [...new Set(widths)].map((wide) => ({ src: `${stem}-${wide}.webp`, width: wide })),
    jpeg: { src: `${stem}-${middle}.jpg`, ...scaled(middle) },
    card: { src: `${stem}-card.jpg`, ...CARD },
    full: { src: `${stem}-full.jpg`, ...scaled(full) },
  };
}

const sound = new Set<string>();

/** Takes every pixel of a picture into the hand, small; rejects when it cannot be drawn. The same bytes are tried once. */
export async function canBeDrawn(bytes: Uint8Array): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (sound.has(hash)) return;
  await sharp(bytes).resize({ width: 32 }).raw().toBuffer();
  sound.add(hash);
}

/**
 * Draws the files of the pictures into `cache` (kept between builds, so that a picture that did not change costs
 * nothing) and copies them below `target`. Every file is encoded anew: no hidden field of the original survives.
 */
export async function drawPictures(root: string, pictures: readonly Picture[], cache: string, target: string): Promise<number> {
  await mkdir(join(target, 'media'), { recursive: true });
  await mkdir(cache, { recursive: true });
  let drawn = 0;
  for (const picture of pictures) {
    let original: Buffer | undefined;
    const source = async () => sharp((original ??= await readFile(join(root, 'content/media', picture.name)))).autoOrient();
    const wanted: [string, () => Promise<Buffer>][] = [
      ...picture.webp.map(({ src, width }): [string, () => Promise<Buffer>] => [src, async () => (await source()).resize({ width }).webp({ quality: 72, effort: 5 }).toBuffer()]),
      [picture.jpeg.src, async () => (await source()).resize({ width: picture.jpeg.width }).jpeg({ quality: 74, mozjpeg: true }).toBuffer()],
      [picture.card.src, async () => (await source()).resize({ ...CARD, fit: 'cover' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer()],
      [picture.full.src, async () => (await source()).resize({ width: picture.full.width }).jpeg({ quality: 86, mozjpeg: true }).toBuffer()],
    ];
    for (const [src, draw] of wanted) {
      const kept = join(cache, parse(src).base);
      if (!existsSync(kept)) {
        const bytes = await draw().catch((error: unknown) => {
          throw new Refusal(`content/media/${picture.name}\n  The picture cannot be drawn (${(error as Error).message}). Save it again as JPEG or PNG.`);
        });
        await writeFile(`${kept}.part`, bytes);
        await rename(`${kept}.part`, kept);
        drawn++;
      }
      await copyFile(kept, join(target, src));
    }
  }
  return drawn;
}
