import { Font, type Script } from './font.ts';
import { CardRefusal } from './refusal.ts';

/** What a text is for: the large words, the words to read, small labels. */
export type Role = 'headline' | 'reading' | 'label';

/** Files in the order in which they are asked for a character. Latin first, so that a Dutch name in an Arabic sentence keeps its face. */
export type Typeface = readonly Font[];

const SERIF = 'source-serif-4';
const SANS = 'source-sans-3';
const LATIN_SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

const fontsource = (name: string, subset: string, weight: number, script: Script) => new Font(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`, script);

function typeface(latin: string, arabic: string, hebrew: string, weight: number, arabicWeight = weight): Typeface {
  return [
    ...LATIN_SCRIPTS.map((subset) => fontsource(latin, subset, weight, 'latin')),
    fontsource(arabic, 'arabic', arabicWeight, 'arabic'),
    fontsource('noto-sans-ethiopic', 'ethiopic', weight, 'ethiopic'),
    fontsource(hebrew, 'hebrew', weight, 'hebrew'),
    // Arrows, signs of arithmetic, ticks and stars; large files, opened only when no other has the character.
    fontsource('noto-sans-math', 'latin', 400, 'latin'),
    fontsource('noto-sans-symbols-2', 'symbols', 400, 'latin'),
  ];
}

/** The typefaces of cards: a serif for what is large, a sans for what is small. */
export const TYPEFACES: Record<Role, Typeface> = {
  headline: typeface(SERIF, 'noto-naskh-arabic', 'frank-ruhl-libre', 600, 700),
  reading: typeface(SANS, 'noto-sans-arabic', 'noto-sans-hebrew', 400),
  label: typeface(SANS, 'noto-sans-arabic', 'noto-sans-hebrew', 600),
};

// Joiners, marks of direction and variation selectors change other characters and have no shape of their own.
const SHAPELESS = /^\p{Default_Ignorable_Code_Point}$/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The font of each UTF-16 unit of `text`, chosen for whole graphemes, because a mark taken from another file would
 * come off its letter. A character that no file has is refused by name and place.
 */
export function fontsFor(text: string, typeface: Typeface, field: string): Font[] {
  const fonts = new Array<Font>(text.length);
  for (const { segment, index } of graphemes.segment(text)) {
    const characters = [...segment].filter((character) => !SHAPELESS.test(character));
    const font = typeface.find((candidate) => characters.every((character) => candidate.has(character.codePointAt(0)!)));
    if (!font) throw missing(text, index, segment, typeface, field);
    fonts.fill(font, index, index + segment.length);
  }
  return fonts;
}

function missing(text: string, index: number, segment: string, typeface: Typeface, field: string): CardRefusal {
  const place = [...graphemes.segment(text.slice(0, index))].length + 1;
  const unknown = [...segment].find((character) => !SHAPELESS.test(character) && !typeface.some((font) => font.has(character.codePointAt(0)!))) ?? segment;
  const code = `U+${unknown.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return new CardRefusal(field, `Our typefaces have no shape for “${segment}” (${code}), character ${place} of “${field}”.`, 'Take it out, or write it in words.');
}
