import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import type { Font, Script, ShapedGlyph } from './font.ts';
import { fontsFor, type Typeface } from './typeface.ts';

const bidi = bidiFactory();

/** A stretch of one font and one direction; its glyphs in visual order. */
export interface Run {
  font: Font;
  level: number;
  start: number;
  end: number;
  glyphs: ShapedGlyph[];
}

/** What cannot be broken: from a place where a line may begin to the next. Widths in em. */
export interface Word {
  start: number;
  /** Without the space behind it. */
  end: number;
  width: number;
  space: number;
}

/** A text shaped once, to be broken at any size. */
export interface Paragraph {
  text: string;
  direction: 'ltr' | 'rtl';
  runs: Run[];
  words: Word[];
  scripts: Set<Script>;
  /** Space added after each cluster, in em. */
  tracking: number;
}

/** How a text is set. `tracking` is left out where letters join, which it would tear apart. */
export interface Setting {
  lang: string;
  direction: 'ltr' | 'rtl';
  typeface: Typeface;
  tracking?: number | undefined;
  /** Name of the text in refusals. */
  field: string;
}

/** Composed characters, single spaces, no soft hyphens: what is shaped and what is counted. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replaceAll('\u00AD', '').replace(/[\s\u200B]+/gu, (space) => (space === '\u00A0' || space === '\u202F' ? '\u00A0' : ' ')).trim();
}

/**
 * Resolves directions (Unicode TR 9) with the direction of the text's language, never of its first letter, then
 * shapes each stretch with that language, and measures what stands between the places where a line may end (TR 14).
 */
export function shapeParagraph(raw: string, { lang, direction, typeface, tracking = 0, field }: Setting): Paragraph {
  const text = cleanText(raw);
  const fonts = fontsFor(text, typeface, field);
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const runs: Run[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && fonts[end] === fonts[start] && levels[end] === levels[start]) end++;
    const font = fonts[start]!;
    const level = levels[start]!;
    runs.push({ font, level, start, end, glyphs: font.shape(text, start, end, level % 2 === 1 ? 'rtl' : 'ltr', lang) });
    start = end;
  }
  const scripts = new Set(runs.filter((run) => /[\p{L}\p{N}]/u.test(text.slice(run.start, run.end))).map(({ font }) => font.script));
  const paragraph: Paragraph = { text, direction, runs, words: [], scripts, tracking: scripts.has('arabic') ? 0 : tracking };
  paragraph.words = wordsOf(paragraph);
  return paragraph;
}

function wordsOf({ text, runs, tracking }: Paragraph): Word[] {
  const advances = new Float64Array(text.length);
  for (const { glyphs } of runs) {
    for (const { at, advance } of glyphs) advances[at]! += advance;
    for (const at of new Set(glyphs.map((glyph) => glyph.at))) advances[at]! += tracking;
  }
  const widthOf = (from: number, to: number) => advances.subarray(from, to).reduce((sum, advance) => sum + advance, 0);
  const words: Word[] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const end = start + text.slice(start, next.position).trimEnd().length;
    words.push({ start, end, width: widthOf(start, end), space: widthOf(end, next.position) });
    start = next.position;
  }
  return words;
}
