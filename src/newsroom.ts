import type { Kit } from './domain/kit.ts';
import { openNewsroom, type About, type Newsroom } from './domain/newsroom.ts';
import type { PetitionCount } from './domain/petition.ts';
import type { Picture } from './domain/picture.ts';
import type { ShareImage } from './domain/share-image.ts';
import type { SigningWay } from './domain/signing.ts';
import type { Version } from './domain/story.ts';
import { site } from './site.ts';

/** What pages are drawn from. */
export interface Edition {
  newsroom: Newsroom;
  pictures: ReadonlyMap<string, Picture>;
  /** By story and language, see `shareImageId`. */
  shareImages: ReadonlyMap<string, ShareImage>;
  /** By story and language, like share images. */
  kits: ReadonlyMap<string, Kit>;
  /** By petition. */
  counts: ReadonlyMap<string, PetitionCount>;
  signing: SigningWay;
  /** Drafts and embargoed stories are among the stories, and must be marked. */
  preview: boolean;
}

/** What the command has read and judged in this process (integrations/files/current-edition.ts). */
interface Read {
  now: string;
  preview: boolean;
  versions: Version[];
  about: About[];
  pictures: Picture[];
  shareImages: ShareImage[];
  kits: Kit[];
  counts: PetitionCount[];
  signing: SigningWay;
}

let from: Read | undefined;
let opened: Edition | undefined;

/**
 * The stories to draw, gathered once for each reading of the files; the only place where pages meet them. Pages are
 * drawn in the process that read the texts, so they take no way round through a store on disk: writing a thousand
 * texts into it and reading them back would cost more than drawing them.
 */
export async function edition(): Promise<Edition> {
  const read = await (globalThis as { rostrumEdition?: Promise<Read> }).rostrumEdition;
  if (!read) throw new Error('There is no edition to draw pages from. Start with “npm run build” or “npm run dev”, not with astro itself.');
  if (opened === undefined || read !== from) {
    from = read;
    opened = {
      newsroom: openNewsroom(read.now, read.versions, read.about, site.languages, site.fallback),
      pictures: new Map(read.pictures.map((picture) => [picture.name, picture])),
      shareImages: new Map(read.shareImages.map((image) => [image.id, image])),
      kits: new Map(read.kits.map((kit) => [kit.id, kit])),
      counts: new Map(read.counts.map((count) => [count.petition, count])),
      signing: read.signing,
      preview: read.preview,
    };
  }
  return opened;
}
