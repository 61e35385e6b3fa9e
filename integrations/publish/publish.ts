import { build as buildPages } from 'astro';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { factsOf } from '../../src/domain/petition-facts.ts';
import { storiesOfKind } from '../../src/domain/newsroom.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { publishedStories } from '../../src/domain/published-story.ts';
import { newsroomOf, type Edition } from '../files/edition.ts';
import type { AllNumbers } from '../files/petition-counts.ts';
import { drawPictures } from '../files/pictures.ts';
import { filesInPublic } from '../files/public-folder.ts';
import { loadOnDemand } from '../web/on-demand.ts';
import { addressesToKeep, checkAddresses, recordAddresses } from './addresses.ts';
import { finishFiles } from './finish-files.ts';
import { writeHostFiles } from './host-files.ts';
import { writeKitZips } from './kit-zip.ts';
import { withLock } from './lock.ts';
import { writePressZips } from './press-zip.ts';
import { writeReceipts } from './receipts.ts';
import { writeMovedPages } from './redirects.ts';
import { dropOldReleases, newRelease, swapIn } from './release.ts';
import { placeShareFiles } from './share-files.ts';
import { writeSearchIndex } from './search-index.ts';

export interface Publishing {
  root: string;
  site: Organisation;
  edition: Edition;
  hosting: 'server' | 'static';
  /** Of petitions; their receipts are published where no server of ours answers for them. */
  numbers: AllNumbers;
}

/**
 * Draws an edition aside, checks it, and only then puts it in the place of the old one. Whatever fails or is
 * killed on the way leaves the old site as it was.
 */
export async function publish({ root, site, edition, hosting, numbers }: Publishing): Promise<{ pages: number; stories: number }> {
  return withLock(root, async () => {
    const newsroom = newsroomOf(edition, site);
    if (edition.preview) throw new Error('An edition with drafts and embargoed stories must not be published.');
    const { redirects } = edition;
    const promised = await checkAddresses(root, newsroom, redirects, edition);
    const release = await newRelease(root);
    let live = false;
    try {
      const client = join(release, 'client');
      await buildPages({ root, logLevel: 'warn', outDir: hosting === 'server' ? release : client, cacheDir: join(root, '.data/astro') });
      // The server loads this part when it is first asked for; a build whose part does not load must not come that far.
      if (hosting === 'server') await loadOnDemand(join(release, 'server/entry.mjs'));
      await drawPictures(root, edition.pictures, join(root, '.data/pictures'), client);
      placeShareFiles(join(root, '.data/share'), edition.kits, client);
      writePressZips(client, newsroom, edition.pictures);
      writeKitZips(client, join(root, '.data/kits'), newsroom, edition.kits);
      await writeMovedPages(client, redirects, site);
      await writeSearchIndex(client);
      await writeReceipts(client, newsroom, numbers);
      await writeHostFiles(client, hosting, redirects);
      const policies = finishFiles(client, edition.signing, newsroom, await filesInPublic(root, []));
      await mkdir(join(release, 'server'), { recursive: true });
      await writeFile(join(release, 'server/site.json'), JSON.stringify({ builtAt: edition.now, languages: site.languages, nextChange: edition.nextChange, redirects, policies: policies.byPath }, null, 1));
      const petitions = storiesOfKind(newsroom, 'petition').map((story) => [story.slug, factsOf(newsroom, story, site)]);
      await writeFile(join(release, 'server/petitions.json'), JSON.stringify(Object.fromEntries(petitions), null, 1));
      await writeFile(join(release, 'server/publications.json'), JSON.stringify(publishedStories(newsroom, site.timeZone), null, 1));
      // The promise comes first: a build that is killed in between has promised too much, never too little.
      await recordAddresses(root, promised, addressesToKeep(newsroom));
      await swapIn(root, release);
      live = true;
      await dropOldReleases(root, release);
      const files = await readdir(client, { recursive: true });
      return { pages: files.filter((file) => file.endsWith('.html')).length, stories: edition.versions.length };
    } catch (error) {
      if (!live) await rm(release, { recursive: true, force: true });
      throw error;
    }
  });
}
