import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Card } from '../../src/share/card.ts';
import { draw } from '../../src/share/draw.ts';

/** A folder of drawn pictures that outlives builds. Names hold a hash of all that can be seen, so that a picture that did not change is never drawn again. */
export class ImageCache {
  folder: string;
  /** How many were drawn, and how many were there already. */
  drawn = 0;
  kept = 0;
  #fingerprint: string;
  #wanted = new Set<string>();

  constructor(folder: string, fingerprint: string) {
    this.folder = folder;
    this.#fingerprint = fingerprint;
  }

  /** The file name of a card: `free-internet-nl-1200x630-0123456789.png`. */
  nameOf({ layout, texts, lang, direction, format, photo }: Card, stem: string): string {
    const seen = JSON.stringify([layout, texts, lang, direction, photo?.hash]);
    const hash = createHash('sha256').update(this.#fingerprint).update(seen).digest('hex').slice(0, 10);
    return `${stem}-${lang}-${format.size}-${hash}.${photo ? 'jpg' : 'png'}`;
  }

  /** Draws a card unless it is there, and gives its file name. Refused cards leave nothing behind. */
  async ensure(card: Card, stem: string): Promise<string> {
    const name = this.nameOf(card, stem);
    this.#wanted.add(name);
    const path = join(this.folder, name);
    if (existsSync(path)) {
      this.kept++;
      return name;
    }
    const { bytes } = await draw(card);
    await mkdir(this.folder, { recursive: true });
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    this.drawn++;
    // Memory of the painters is given back only between tasks of the event loop.
    await new Promise(setImmediate);
    return name;
  }

  /** Deletes what nobody asked for since this cache was opened. */
  async prune(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    await Promise.all(names.filter((name) => !this.#wanted.has(name)).map((name) => rm(join(this.folder, name), { force: true })));
  }
}
