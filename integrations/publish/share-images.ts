import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ShareImage } from '../../src/domain/share-image.ts';

const AT_ONCE = 16;

/** Puts the drawn share images into the site. */
export async function copyShareImages(cache: string, images: readonly ShareImage[], client: string): Promise<void> {
  await mkdir(join(client, 'share'), { recursive: true });
  const waiting = images.values();
  const worker = async () => {
    for (const { src } of waiting) await copyFile(join(cache, basename(src)), join(client, src), constants.COPYFILE_FICLONE);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
