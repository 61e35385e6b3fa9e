import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(html|xml|json|txt|js|css|svg|ics|webmanifest)$/;

/**
 * How hard brotli and gzip try. Measured on pages of 22 KB: brotli's 10 makes them 7 % smaller than 9 for ten times the
 * work, 10 ms each (11 takes 25 ms for another 2 %); 5 makes them 1 % larger for two thirds of it.
 */
const QUALITY = { quick: { brotli: 5, gzip: 4 }, thorough: { brotli: 10, gzip: 9 } };
export type Effort = keyof typeof QUALITY;

/** Up to this many pages a build takes the time for the smaller ones: at most 4 s. */
const FEW_PAGES = 400;

export function chooseEffort(pages: number): Effort {
  return pages <= FEW_PAGES ? 'thorough' : 'quick';
}

export function isCompressible(file: string): boolean {
  return COMPRESSIBLE.test(file);
}

/**
 * Puts a `.br` and a `.gz` beside a text file if they are smaller, so that the server never compresses while somebody
 * waits. Brotli is told the size and a window that fits, which makes it many times cheaper on small files.
 */
export function writeCompressed(path: string, bytes: Uint8Array, effort: Effort): void {
  if (bytes.length < 200) return;
  const window = Math.min(22, Math.max(12, Math.ceil(Math.log2(bytes.length))));
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY[effort].brotli, [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const br = brotliCompressSync(bytes, { params });
  const gz = gzipSync(bytes, { level: QUALITY[effort].gzip });
  if (br.length < bytes.length) writeFileSync(`${path}.br`, br);
  if (gz.length < bytes.length) writeFileSync(`${path}.gz`, gz);
}
