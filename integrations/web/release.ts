import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import type { PetitionFacts } from '../../src/domain/petition-facts.ts';
import type { PublishedStory } from '../../src/domain/published-story.ts';
import { fileShelf, type FileShelf } from './file-shelf.ts';
import { loadOnDemand, type OnDemand } from './on-demand.ts';
import { readPetitionFacts } from './petition-facts.ts';
import { readPublishedStories } from './published-stories.ts';
import { readSiteFacts, type SiteFacts } from './site-facts.ts';
import { listSiteFiles, type SiteFile, type SiteFiles } from './site-files.ts';

/** The public petitions of a release by slug. */
export type Petitions = ReadonlyMap<string, PetitionFacts>;

/** One build of the site, ready to be served; nothing in it changes any more. */
export interface Release {
  readonly facts: SiteFacts;
  readonly files: SiteFiles;
  readonly petitions: Petitions;
  /** Oldest first. */
  readonly stories: readonly PublishedStory[];
  /** The "not found" page by language. */
  readonly notFound: ReadonlyMap<string, SiteFile>;
  readonly shelf: FileShelf;
  /** Pages made on request, loaded with the first one; absent on a site that has none. */
  readonly onDemand: (() => Promise<OnDemand>) | undefined;
}

/** Memory, in bytes, for the files of a release that are asked for most. */
const ROOM = 48 * 1024 * 1024;

/** Loads the release in `folder`; throws one sentence when it is not whole. */
export async function loadRelease(folder: string): Promise<Release> {
  const facts = await readSiteFacts(folder);
  const files = new Map(await listSiteFiles(join(folder, 'client')).catch(() => []));
  const notFound = new Map<string, SiteFile>();
  for (const lang of facts.languages) {
    const page = files.get(`/${lang}/404/`) ?? files.get(`/${lang}/404.html`) ?? files.get('/404.html');
    if (page) notFound.set(lang, page);
    if (!files.has(`/${lang}/`)) throw new Error(`client/${lang}/index.html is missing; build the site again with npm run build.`);
  }
  // The page that says "not found" is not found either.
  for (const address of files.keys()) if (/^(\/[^/]+)?\/404(\.html|\/)$/.test(address)) files.delete(address);
  const entry = join(folder, 'server', 'entry.mjs');
  let loaded: Promise<OnDemand> | undefined;
  const onDemand = (await stat(entry).catch(() => undefined)) ? () => (loaded ??= loadOnDemand(entry)) : undefined;
  return { facts, files, petitions: await readPetitionFacts(folder), stories: await readPublishedStories(folder), notFound, shelf: fileShelf(ROOM), onDemand };
}
