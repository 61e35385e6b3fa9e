import { availableParallelism } from 'node:os';
import { linkableAddresses } from '../../src/domain/address.ts';
import { sortFaults, type Fault } from '../../src/domain/fault.ts';
import { dayIn, nextMidnight, type Instant } from '../../src/domain/instant.ts';
import { openNewsroom, type About, type Newsroom } from '../../src/domain/newsroom.ts';
import type { Picture } from '../../src/domain/picture.ts';
import type { ShareImage } from '../../src/domain/share-image.ts';
import { isPublic, nextChange, type Version } from '../../src/domain/story.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { wordsIn } from '../../src/text/text.ts';
import { readAbout } from './about-folder.ts';
import { agree } from './agreement.ts';
import { readMediaFolder } from './media-folder.ts';
import { filesInPublic } from './public-folder.ts';
import { readStory, type Draft, type Reading } from './story-file.ts';
import { findStoryFiles } from './story-folder.ts';

/** Everything that one build publishes, and all that staff must mend. */
export interface Edition {
  now: Instant;
  /** Shows drafts and embargoed stories, marked; never for the public. */
  preview: boolean;
  versions: Version[];
  about: About[];
  /** Pictures that pages of this edition show, and no others. */
  pictures: Picture[];
  /** Pictures for link previews; drawn by the build, none while writing. */
  shareImages: ShareImage[];
  faults: Fault[];
  /** When the next story goes out by itself. */
  nextStory?: Instant | undefined;
  /** When the site should be built again, though nobody changed a text: the next story, or a new day (consents end, events pass). */
  nextChange: Instant;
  /** Files that were left out because of their faults. */
  leftOut: string[];
}

export interface EditionOptions {
  root: string;
  site: Organisation;
  now: Instant;
  preview?: boolean | undefined;
}

/**
 * Reads `content/` and decides what is public; the rest never leaves this function. Drafts and embargoed stories
 * are checked as well, so that staff learn of their faults before the day.
 */
export async function readEdition({ root, site, now, preview = false }: EditionOptions): Promise<Edition> {
  const faults: Fault[] = [];
  const today = dayIn(site.timeZone, now);
  const desk = { timeZone: site.timeZone, topics: Object.keys(site.topics), contacts: Object.keys(site.contacts) };
  const media = await readMediaFolder(root, site.languages, today, faults);
  const reading: Reading = { root, desk, media, today, wordsOf: wordsIn };
  const files = await findStoryFiles(root, site.languages, faults);
  const drafts = await mapSome(files, availableParallelism() * 4, (file) => readStory(file, reading, faults));
  const agreed = agree(drafts.filter((draft) => draft !== undefined), faults);
  const shown = (draft: Draft) => preview || isPublic(draft.version, now);
  const about = await readAbout(reading, site.languages, faults);
  const publicFiles = await filesInPublic(root, faults);
  const newsroomOf = (some: readonly Draft[]) => openNewsroom(now, some.map(({ version }) => version), about, site.languages, site.fallback);
  const sound = withoutDeadLinks(agreed.filter(shown), publicFiles, newsroomOf, faults);
  // Links of what is not out yet are checked against everything, since it may come out together.
  withoutDeadLinks(agreed.filter((draft) => !shown(draft)), publicFiles, () => newsroomOf(agreed), faults);
  const pictures = new Map<string, Picture>();
  for (const name of sound.flatMap((draft) => draft.pictures)) {
    const state = media.find(name);
    if (typeof state === 'object') pictures.set(name, state.picture);
  }
  const nextStory = agreed.map(({ version }) => nextChange(version, now)).filter((moment) => moment !== undefined).sort()[0];
  const included = new Set(sound.map(({ version }) => version.file));
  return {
    now, preview, about, shareImages: [],
    versions: sound.map(({ version }) => version),
    pictures: [...pictures.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    faults: sortFaults(faults),
    nextStory,
    nextChange: [nextStory ?? '9999', nextMidnight(site.timeZone, now)].sort()[0]!,
    leftOut: files.map(({ path }) => path).filter((path) => !included.has(path) && faults.some((fault) => fault.file === path && fault.stops !== 'nothing')),
  };
}

/** Leaves out stories that link to nowhere on this site, until no link leads to one of them. */
function withoutDeadLinks(drafts: readonly Draft[], publicFiles: ReadonlySet<string>, newsroomOf: (drafts: readonly Draft[]) => Newsroom, faults: Fault[]): Draft[] {
  let kept = [...drafts];
  for (;;) {
    const addresses = linkableAddresses(newsroomOf(kept));
    const next = kept.filter((draft) => {
      const dead = draft.links.filter(({ url }) => url.startsWith('/') && !leadsSomewhere(url, addresses, publicFiles));
      for (const { url, line } of dead) {
        faults.push({ file: draft.version.file, line, stops: 'story', wrong: `The link to “${url}” leads nowhere on this site.`, remedy: nearMiss(url, addresses) });
      }
      return dead.length === 0;
    });
    if (next.length === kept.length) return next;
    kept = next;
  }
}

function leadsSomewhere(url: string, addresses: ReadonlySet<string>, publicFiles: ReadonlySet<string>): boolean {
  const path = url.replace(/[?#].*$/, '');
  return addresses.has(path) || publicFiles.has(path);
}

function nearMiss(url: string, addresses: ReadonlySet<string>): string {
  const path = url.replace(/[?#].*$/, '');
  if (addresses.has(`${path}/`)) return `Write it with a slash at the end: ${path}/`;
  return 'Mend the address, or wait with this link until that story is public.';
}

async function mapSome<A, B>(list: readonly A[], atOnce: number, work: (one: A) => Promise<B>): Promise<B[]> {
  const results = new Array<B>(list.length);
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      results[index] = await work(list[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
  return results;
}

/** The newsroom of an edition. */
export function newsroomOf(edition: Edition, site: Organisation): Newsroom {
  return openNewsroom(edition.now, edition.versions, edition.about, site.languages, site.fallback);
}

