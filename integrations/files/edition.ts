import { linkableAddresses } from '../../src/domain/address.ts';
import { sortFaults, type Fault } from '../../src/domain/fault.ts';
import { nextMidnight, type Instant } from '../../src/domain/instant.ts';
import type { Kit } from '../../src/domain/kit.ts';
import { openNewsroom, type About, type Newsroom } from '../../src/domain/newsroom.ts';
import type { PetitionCount } from '../../src/domain/petition.ts';
import type { Picture } from '../../src/domain/picture.ts';
import type { ShareImage } from '../../src/domain/share-image.ts';
import type { SigningWay } from '../../src/domain/signing.ts';
import { isPublic, nextChange, type Version } from '../../src/domain/story.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { agree } from './agreement.ts';
import { checkShelf } from './content-shelf.ts';
import { deadLink, leadsSomewhere, withoutDeadLinks, type Surroundings } from './dead-links.ts';
import type { MediaFolder } from './media-folder.ts';
import { petitionCounts } from './petition-counts.ts';
import { termsFile } from './petition-terms.ts';
import { filesInPublic } from './public-folder.ts';
import { readFolders } from './read-folders.ts';
import { followMoves, type Redirects } from './redirects-file.ts';
import type { Draft } from './story-file.ts';

/** Everything that one build publishes, and all that staff must mend. */
export interface Edition {
  now: Instant;
  /** Shows drafts and embargoed stories, marked; never for the public. */
  preview: boolean;
  versions: Version[];
  about: About[];
  /** Old addresses that lead to public ones. */
  redirects: Redirects;
  /** Pictures that pages of this edition show, and no others. */
  pictures: Picture[];
  /** Pictures for link previews; drawn by the build, none while writing. */
  shareImages: ShareImage[];
  /** What is offered to those who pass a text on; none for texts that were taken back. */
  kits: Kit[];
  /** Of every petition; without a ledger, what was gathered on paper. The build asks the ledger. */
  counts: PetitionCount[];
  /** Where forms are sent; to our own server unless the build says otherwise. */
  signing: SigningWay;
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
  await checkShelf(root, faults);
  const read = await readFolders({ root, site, now }, faults);
  const agreed = agree(read.drafts, faults, read.standing);
  const shown = (draft: Draft) => preview || isPublic(draft.version, now);
  const abouts = read.abouts.filter(({ open }) => preview || open);
  const newsroomOf = (some: readonly Draft[]) => openNewsroom(now, some.map(({ version }) => version), abouts.map(({ about }) => about), site.languages, site.fallback);
  const targets = new Map(read.moves.flatMap(({ from, to }) => site.languages.map((lang) => [`/${lang}/${from}/`, `/${lang}/${to}/`])));
  const around: Surroundings = {
    newsroomOf, publicFiles: await filesInPublic(root, faults),
    nowAt: (path) => targets.get(path) ?? path,
    faultyFile: (place) => faults.find(({ file, stops }) => stops !== 'nothing' && file.startsWith(`content/${place}/`))?.file,
  };
  const sound = withoutDeadLinks(agreed.filter(shown), around, faults);
  // Links of what is not out yet are checked against everything, since it may come out together.
  withoutDeadLinks(agreed.filter((draft) => !shown(draft)), { ...around, newsroomOf: () => newsroomOf(agreed) }, faults);
  const open = linkableAddresses(newsroomOf(sound));
  for (const { about, links, open: seen } of read.abouts) {
    const dead = links.filter(({ url }) => !leadsSomewhere(url, open, around));
    faults.push(...dead.map((link): Fault => ({ ...deadLink(about.file, link, undefined, open), stops: seen ? 'build' : 'nothing' })));
  }
  const redirects = followMoves(read.moves, { languages: site.languages, open, written: (place) => read.places.has(place) }, faults);
  const nextStory = [...agreed.map(({ version }) => version), ...read.abouts.map(({ about, draft }) => ({ ...about, draft }))].map((text) => nextChange(text, now)).filter((moment) => moment !== undefined).sort()[0];
  const versions = sound.map(({ version }) => version);
  const included = new Set(versions.map(({ file }) => file));
  const holdsUp = (path: string, fault: Fault) => fault.stops !== 'nothing' && (fault.file === path || (path.startsWith('content/petitions/') && fault.file === termsFile(path.split('/')[2]!)));
  return {
    now, preview, redirects, versions, shareImages: [], kits: [], signing: { hosting: 'server' },
    counts: petitionCounts(versions, new Map(), now, site.timeZone),
    about: abouts.map(({ about }) => about),
    pictures: picturesOf([...sound, ...abouts], read.media),
    faults: sortFaults(faults),
    nextStory,
    nextChange: [nextStory ?? '9999', nextMidnight(site.timeZone, now)].sort()[0]!,
    leftOut: read.files.map(({ path }) => path).filter((path) => !included.has(path) && faults.some((fault) => holdsUp(path, fault))),
  };
}

function picturesOf(texts: readonly { pictures: readonly string[] }[], media: MediaFolder): Picture[] {
  const states = [...new Set(texts.flatMap(({ pictures }) => pictures))].sort().map((name) => media.find(name));
  return states.flatMap((state) => (typeof state === 'object' ? [state.picture] : []));
}

/** The newsroom of an edition. */
export function newsroomOf(edition: Edition, site: Organisation): Newsroom {
  return openNewsroom(edition.now, edition.versions, edition.about, site.languages, site.fallback);
}

