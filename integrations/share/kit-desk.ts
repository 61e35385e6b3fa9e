import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { Edition } from '../files/edition.ts';
import { planKits } from './story-kits.ts';
import { openStudio, type Studio, type Work } from './studio.ts';

/** Share kits while somebody writes, also of drafts and embargoed stories: their names at once, each file when a page first asks for it. */
export class KitDesk {
  #root: string;
  #site: Organisation;
  #studio: Studio | undefined;
  #works: ReadonlyMap<string, Work> = new Map();

  constructor(root: string, site: Organisation) {
    this.#root = root;
    this.#site = site;
  }

  /** The edition with the kits of its texts. */
  async plan(edition: Edition): Promise<Edition> {
    if (!this.#site.shareImages) return edition;
    this.#studio = await openStudio({ root: this.#root, site: this.#site, pictures: edition.pictures, counts: edition.counts });
    const { kits, shareImages, works } = planKits(this.#studio, edition.versions);
    this.#works = works;
    return { ...edition, kits, shareImages };
  }

  /** A file of the kits by its name, drawn unless that was done before; undefined for a name that is none, rejected for one that must not be drawn. */
  async fileOf(name: string): Promise<Uint8Array | undefined> {
    const work = this.#works.get(name);
    if (!work || !this.#studio) return undefined;
    const { cache } = this.#studio;
    return readFile(join(cache.folder, await cache.keep(name, work.draw)));
  }
}
