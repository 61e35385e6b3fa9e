import { getCollection, getEntry } from 'astro:content';
import { openNewsroom, type Newsroom } from './domain/newsroom.ts';
import type { Picture } from './domain/picture.ts';
import type { ShareImage } from './domain/share-image.ts';
import { site } from './site.ts';

/** What pages are drawn from. */
export interface Edition {
  newsroom: Newsroom;
  pictures: ReadonlyMap<string, Picture>;
  /** By story and language, see `shareImageId`. */
  shareImages: ReadonlyMap<string, ShareImage>;
  /** Drafts and embargoed stories are among the stories, and must be marked. */
  preview: boolean;
}

let opened: Promise<Edition> | undefined;

/** The stories of this build, gathered once; the only place where pages meet the content store. */
export function edition(): Promise<Edition> {
  // While writing, files change under the running server.
  if (import.meta.env.DEV) return open();
  return (opened ??= open());
}

async function open(): Promise<Edition> {
  const [current, versions, about, pictures] = await Promise.all([getEntry('edition', 'current'), getCollection('versions'), getCollection('about'), getCollection('pictures')]);
  if (!current) throw new Error('There is no edition to draw pages from; start the build with npm run build.');
  const { now, preview, shareImages } = current.data;
  return {
    newsroom: openNewsroom(now, versions.map(({ data }) => data), about.map(({ data }) => data), site.languages, site.fallback),
    pictures: new Map(pictures.map(({ data }) => [data.name, data])),
    shareImages: new Map(shareImages.map((image) => [image.id, image])),
    preview,
  };
}
