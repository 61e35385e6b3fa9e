import type { Brand, Theme, ThemeName } from './brand.ts';
import { themeOf } from './brand.ts';
import type { Photo } from './card.ts';
import { FORMATS, type Format, type Size } from './size.ts';

/** Everything about a card besides its words. */
export interface Setup {
  lang: string;
  direction: 'ltr' | 'rtl';
  size: Size;
  theme: ThemeName;
  brand: Brand;
  /** Name of the organisation, and its address as people read it. */
  organisation: string;
  host: string;
  photo?: Photo | undefined;
}

/** The same with what follows from it. */
export interface Stage extends Omit<Setup, 'theme' | 'size'> {
  format: Format;
  theme: Theme;
  /** A length of the link card, in pixels of this one. */
  px: (length: number) => number;
}

export function stageOf({ size, theme, ...rest }: Setup): Stage {
  const format = FORMATS[size];
  return { ...rest, format, theme: themeOf(rest.brand, theme), px: (length) => Math.round(length * format.scale) };
}
