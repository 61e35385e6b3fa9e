import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../src/domain/fault.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { PetitionCount } from '../../src/domain/petition.ts';
import type { Picture } from '../../src/domain/picture.ts';
import { shareImageId, type ShareImage } from '../../src/domain/share-image.ts';
import type { Version } from '../../src/domain/story.ts';
import type { Brand, ThemeName } from '../../src/share/brand.ts';
import type { Card, Photo } from '../../src/share/card.ts';
import { CardRefusal } from '../../src/share/refusal.ts';
import type { Size } from '../../src/share/size.ts';
import { storyCard } from '../../src/share/story-card.ts';
import { readBrand } from './brand-kit.ts';
import { fingerprint } from './fingerprint.ts';
import { ImageCache } from './image-cache.ts';
import { progress } from './progress.ts';

/** Draws cards of stories, with what all of them share read once. */
export interface Studio {
  cache: ImageCache;
  cardOf(version: Version, size: Size, theme?: ThemeName): Card;
}

export interface Sources {
  root: string;
  site: Organisation;
  pictures: readonly Picture[];
  /** What petitions' cards show. */
  counts?: readonly PetitionCount[] | undefined;
}

export async function openStudio({ root, site, pictures, counts = [] }: Sources): Promise<Studio> {
  const [brand, print] = await Promise.all([readBrand(root, site), fingerprint(root)]);
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  return { cache: new ImageCache(join(root, '.data/share'), print), cardOf: (version, size, theme = 'light') => cardOf(root, site, brand, version, { size, theme, picture: version.image ? byName.get(version.image) : undefined, count: counts.find(({ petition }) => version.kind === 'petition' && petition === version.slug) }) };
}

function cardOf(root: string, site: Organisation, brand: Brand, version: Version, { size, theme, picture, count }: { size: Size; theme: ThemeName; picture: Picture | undefined; count: PetitionCount | undefined }): Card {
  // The file’s own name holds a hash of its content.
  const photo: Photo | undefined = picture && { hash: picture.full.src, alt: picture.alt[version.lang] ?? '', read: () => readFile(join(root, 'content/media', picture.name)) };
  return storyCard(version, site, brand, { size, theme, photo, count });
}

/**
 * Draws a link picture for every text. A story whose picture is refused goes out with the organisation's own one, and
 * staff are told. A text that was taken back has none, so that it does not travel on.
 */
export async function drawStoryImages(studio: Studio, versions: readonly Version[], faults: Fault[]): Promise<ShareImage[]> {
  const images: ShareImage[] = [];
  const shown = versions.filter((version) => !version.withdrawn);
  const line = progress('Share images', shown.length);
  for (const version of shown) {
    const card = studio.cardOf(version, '1200x630');
    try {
      const name = await studio.cache.ensure(card, version.slug);
      images.push({ id: shareImageId(version), src: `/share/${name}`, width: card.format.width, height: card.format.height, alt: card.alt });
    } catch (error) {
      if (!(error instanceof CardRefusal)) throw error;
      faults.push({ file: version.file, field: error.field, stops: 'nothing', wrong: error.wrong, remedy: error.remedy });
    }
    line.step();
  }
  line.done();
  return images;
}
