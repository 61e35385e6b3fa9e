import type { FittedText } from './caption.ts';
import type { Network } from './network.ts';

/** What a text offers to those who pass it on. Addresses are site-absolute, sizes in pixels. */
export interface Kit {
  /** Story and language, as in `shareImageId`. */
  id: string;
  images: KitImage[];
  /** An A4 page to print; undefined where it could not be drawn right. */
  poster?: { src: string; alt: string } | undefined;
}

export interface KitImage {
  /** What it shows: the story itself, words that somebody said, or a number. */
  shows: 'story' | 'quote' | 'figure';
  /** Width and height, as in `src/share/size.ts`: `1080x1350`. */
  size: string;
  src: string;
  width: number;
  height: number;
  /** In the language of the text. */
  alt: string;
}

/** A link that opens a network's own window for sharing. */
export interface ShareLink {
  name: string;
  href: string;
}

/** A text of a kit, labelled where a network takes several; `link` is the address where no caption can hold it. */
export interface KitText extends Pick<FittedText, 'text' | 'used' | 'limit'> {
  field: FittedText['field'] | 'link';
  label?: string | undefined;
}

/** What a network gets: its texts, fitted and counted, the picture in its size, and its window if it has one. */
export interface NetworkKit {
  network: Network;
  name: string;
  texts: KitText[];
  image?: KitImage | undefined;
  href?: string | undefined;
}
