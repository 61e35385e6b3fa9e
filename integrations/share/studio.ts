import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kitSizes } from '../../src/domain/network-facts.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { PetitionCount } from '../../src/domain/petition.ts';
import type { Picture } from '../../src/domain/picture.ts';
import type { Version } from '../../src/domain/story.ts';
import type { Brand, ThemeName } from '../../src/share/brand.ts';
import type { Card, Photo } from '../../src/share/card.ts';
import { draw } from '../../src/share/draw.ts';
import { drawPoster } from '../../src/share/page.ts';
import { LINK_SIZE, SIZES, type Size } from '../../src/share/size.ts';
import { FIGURE_SIZES, QUOTE_SIZES, storyCard, storyFigureCard, storyQuoteCard } from '../../src/share/story-card.ts';
import { storyPoster } from '../../src/share/story-poster.ts';
import { readBrand } from './brand-kit.ts';
import { fingerprint } from './fingerprint.ts';
import { ImageCache } from './image-cache.ts';

/** What a story is drawn as; sizes of a kit’s pictures are those of `src/share/size.ts`. */
export const SHOWN = ['story', 'quote', 'figure', 'poster'] as const;
export type Shown = (typeof SHOWN)[number];

/** A file that a story can be drawn as. Its name is known before it is drawn. */
export interface Work {
  shows: Shown;
  /** `1080x1350`, or `A4`. */
  size: Size | 'A4';
  /** `free-internet-nl-1200x630-0123456789.png`. */
  name: string;
  width: number;
  height: number;
  /** In the language of the story. */
  alt: string;
  /** Rejects with a `CardRefusal` what would be wrong or unreadable. */
  draw(): Promise<Uint8Array>;
}

/** Draws stories, with what all of them share read once. */
export interface Studio {
  cache: ImageCache;
  /** Everything that a story can be drawn as, the link picture first. */
  worksOf(version: Version, theme?: ThemeName): Work[];
  /** Those of them that its kit holds: a size that only networks want to which the story may not go would invite somebody to post it there. */
  kitWorksOf(version: Version): Work[];
}

export interface Sources {
  root: string;
  site: Organisation;
  pictures: readonly Picture[];
  /** What petitions’ cards show. */
  counts?: readonly PetitionCount[] | undefined;
  /** Public address of the site, where codes lead to; the organisation’s own when left out. */
  url?: string | undefined;
  /** Where drawn files are kept. */
  folder?: string | undefined;
}

export async function openStudio({ root, site, pictures, counts = [], url = site.url, folder = join(root, '.data/share') }: Sources): Promise<Studio> {
  const [brand, print] = await Promise.all([readBrand(root, site), fingerprint(root)]);
  const cache = new ImageCache(folder, print);
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  const studio: Studio = {
    cache,
    worksOf(version, theme = 'light') {
      const picture = version.image ? byName.get(version.image) : undefined;
      const photo = picture && photoOf(root, picture, version.lang);
      const count = counts.find(({ petition }) => version.kind === 'petition' && petition === version.slug);
      const work = (shows: Shown, card: Card, stem: string): Work => ({ shows, size: card.format.size, name: cache.nameOf(card, stem), width: card.format.width, height: card.format.height, alt: card.alt, draw: async () => (await draw(card)).bytes });
      return [
        ...SIZES.map((size) => work('story', storyCard(version, site, brand, { size, theme, photo, count }), version.slug)),
        ...quoteWorks(version, site, brand, theme, work),
        ...figureWorks(version, site, brand, theme, work),
        posterWork(version, site, brand, url, cache),
      ];
    },
    kitWorksOf(version) {
      const sizes = kitSizes(site.networks, version);
      // What stands beside a link is shown wherever a link goes.
      return studio.worksOf(version).filter(({ shows, size }) => !sizes || shows === 'poster' || sizes.has(size) || (shows === 'story' && size === LINK_SIZE));
    },
  };
  return studio;
}

type CardWork = (shows: Shown, card: Card, stem: string) => Work;

function quoteWorks(version: Version, site: Organisation, brand: Brand, theme: ThemeName, work: CardWork): Work[] {
  const quotes = version.kind === 'press' ? version.quotes : [];
  return quotes.flatMap((quote, index) => QUOTE_SIZES.map((size) => work('quote', storyQuoteCard(version, quote, index, site, brand, { size, theme }), `${version.slug}-quote-${index + 1}`)));
}

function figureWorks(version: Version, site: Organisation, brand: Brand, theme: ThemeName, work: CardWork): Work[] {
  const figure = 'figure' in version ? version.figure : undefined;
  return figure ? FIGURE_SIZES.map((size) => work('figure', storyFigureCard(version, figure, site, brand, { size, theme }), `${version.slug}-figure`)) : [];
}

function posterWork(version: Version, site: Organisation, brand: Brand, url: string, cache: ImageCache): Work {
  const poster = storyPoster(version, site, brand, url);
  return { shows: 'poster', size: 'A4', name: cache.nameOfPoster(poster, version.slug), width: 210, height: 297, alt: poster.alt, draw: () => drawPoster(poster) };
}

function photoOf(root: string, picture: Picture, lang: string): Photo {
  // The file’s own name holds a hash of its content.
  return { hash: picture.full.src, alt: picture.alt[lang] ?? '', read: () => readFile(join(root, 'content/media', picture.name)) };
}
