import type { CardText } from './card-text.ts';
import type { Element } from './element.ts';
import type { Format } from './size.ts';

/** A picture ready to be drawn: boxes, and what comes into them. */
export interface Card {
  lang: string;
  direction: 'ltr' | 'rtl';
  format: Format;
  layout: Element;
  /** Texts by slot. */
  texts: Record<string, CardText>;
  /** What somebody who does not see the picture is told, in the language of the card. */
  alt: string;
  /** Bytes of the photograph for the slot `photo`; its hash stands for it in names. */
  photo?: Photo | undefined;
}

export interface Photo {
  /** Changes with the picture. */
  hash: string;
  /** What it shows, in the card's language. */
  alt: string;
  read(): Promise<Uint8Array>;
}
