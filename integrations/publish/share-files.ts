import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Kit } from '../../src/domain/kit.ts';
import { sameFile } from './same-file.ts';

/** Addresses of the pictures and posters of kits, each once. */
export function filesOf(kits: readonly Kit[]): Set<string> {
  return new Set(kits.flatMap(({ images, poster }) => [...images.map(({ src }) => src), ...(poster ? [poster.src] : [])]));
}

/** Puts what was drawn for kits into the site; link pictures are among it. */
export function placeShareFiles(cache: string, kits: readonly Kit[], client: string): void {
  mkdirSync(join(client, 'share'), { recursive: true });
  for (const src of filesOf(kits)) sameFile(join(cache, basename(src)), join(client, src));
}
