import type { Loader, LoaderContext } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { describeFault } from '../../src/domain/fault.ts';
import { site } from '../../src/site.ts';
import { clockFrom, currentEdition, forgetEdition } from './current-edition.ts';
import type { Edition } from './edition.ts';

type Entries = (edition: Edition) => { id: string; data: object }[];

/** A loader that fills one collection from the edition; in `astro dev` it follows every change in `content/`. */
function loaderOf(name: string, entriesOf: Entries): Loader {
  const fill = async ({ store, config }: LoaderContext) => {
    const edition = await currentEdition({ root: fileURLToPath(config.root), site, now: clockFrom(process.env) });
    // A fresh start each time: what may not be shown (any more) is not in the store either.
    store.clear();
    for (const { id, data } of entriesOf(edition)) store.set({ id, data: data as Record<string, unknown> });
    return edition;
  };
  return {
    name: `rostrum-${name}`,
    async load(context) {
      await fill(context);
      const again = async (path: string) => {
        if (!/[\\/](content|public)[\\/]/.test(path)) return;
        forgetEdition();
        const edition = await fill(context);
        if (name === 'edition') edition.faults.forEach((fault) => context.logger.warn(describeFault(fault)));
      };
      context.watcher?.add(fileURLToPath(new URL('content/', context.config.root)));
      for (const event of ['add', 'change', 'unlink']) context.watcher?.on(event, again);
    },
  };
}

export const editionLoader = loaderOf('edition', ({ now, preview, shareImages }) => [{ id: 'current', data: { now, preview, shareImages } }]);
export const versionLoader = loaderOf('versions', ({ versions }) => versions.map((version) => ({ id: version.file, data: version })));
export const aboutLoader = loaderOf('about', ({ about }) => about.map((page) => ({ id: page.lang, data: page })));
export const pictureLoader = loaderOf('pictures', ({ pictures }) => pictures.map((picture) => ({ id: picture.name, data: picture })));
