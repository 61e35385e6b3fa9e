import { escapeHtml } from './markup.ts';

/** A picture of `content/media` as pages show it; addresses are site-absolute, sizes in CSS pixels. */
export interface Picture {
  /** File name in `content/media`. */
  name: string;
  width: number;
  height: number;
  alt: Record<string, string>;
  caption?: Record<string, string> | undefined;
  credit: string;
  licence: string;
  /** Narrow to wide, for old phones and for large screens. */
  webp: { src: string; width: number }[];
  jpeg: { src: string; width: number; height: number };
  /** 1200×630, cropped around the middle, for link previews. */
  card: { src: string; width: number; height: number };
  /** Full size for the press, without any hidden information. */
  full: { src: string; width: number; height: number };
}

/** `<picture>` with sizes for a text column (`column`), the page's width (`wide`) or a list (`thumb`). */
export function pictureHtml(picture: Picture, alt: string, shape: 'column' | 'wide' | 'thumb', eager = false): string {
  const sizes = { column: '(min-width: 42rem) 40rem, 92vw', wide: '(min-width: 72rem) 68rem, 94vw', thumb: '(min-width: 42rem) 18rem, 92vw' }[shape];
  const srcset = picture.webp.map(({ src, width }) => `${src} ${width}w`).join(', ');
  const { src, width, height } = picture.jpeg;
  const loading = eager ? 'fetchpriority="high"' : 'loading="lazy"';
  return `<picture><source type="image/webp" srcset="${srcset}" sizes="${sizes}"><img src="${src}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" ${loading} decoding="async"></picture>`;
}

/** A picture in a text, with caption and credit in the language of the text. */
export function figureHtml(picture: Picture, lang: string, alt?: string): string {
  const caption = picture.caption?.[lang];
  const words = [caption && `<span>${escapeHtml(caption)}</span>`, `<small>${escapeHtml(picture.credit)}</small>`].filter(Boolean).join(' ');
  return `<figure>${pictureHtml(picture, alt || picture.alt[lang] || '', 'column')}<figcaption>${words}</figcaption></figure>`;
}
