import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Card } from '../../src/share/card.ts';
import { draw } from '../../src/share/draw.ts';
import type { Poster } from '../../src/share/poster.ts';

/** A folder of drawn pictures that outlives builds. Names hold a hash of all that can be seen, so that a picture that did not change is never drawn again. */
export class ImageCache {
  folder: string;
  /** How many were drawn, and how many were there already. */
  drawn = 0;
  kept = 0;
  #fingerprint: string;
  #wanted = new Set<string>();
  #making = new Map<string, Promise<string>>();

  constructor(folder: string, fingerprint: string) {
    this.folder = folder;
    this.#fingerprint = fingerprint;
  }

  /** The file name of a card: `free-internet-nl-1200x630-0123456789.png`. */
  nameOf({ layout, texts, lang, direction, format, photo }: Card, stem: string): string {
    return `${stem}-${lang}-${format.size}-${this.#hash([layout, texts, lang, direction, photo?.hash])}.${photo ? 'jpg' : 'png'}`;
  }

  /** The file name of a poster: `free-internet-nl-poster-0123456789.pdf`. */
  nameOfPoster({ layout, texts, lang, direction, code, title, organisation, alt }: Poster, stem: string): string {
    return `${stem}-${lang}-poster-${this.#hash([layout, texts, lang, direction, code, title, organisation, alt])}.pdf`;
  }

  #hash(seen: unknown): string {
    return hash('sha256', this.#fingerprint + JSON.stringify(seen), 'hex').slice(0, 10);
  }

  /** Draws a card unless it is there, and gives its file name. Refused cards leave nothing behind. */
  async ensure(card: Card, stem: string): Promise<string> {
    return this.keep(this.nameOf(card, stem), async () => (await draw(card)).bytes);
  }

  /** Makes a file of that name unless it is there, once for all who ask meanwhile, and gives the name back. What could not be made leaves nothing behind. */
  keep(name: string, make: () => Promise<Uint8Array>): Promise<string> {
    this.#wanted.add(name);
    const making = this.#making.get(name) ?? this.#keep(name, make).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  async #keep(name: string, make: () => Promise<Uint8Array>): Promise<string> {
    const path = join(this.folder, name);
    if (existsSync(path)) {
      this.kept++;
      return name;
    }
    const bytes = await make();
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
