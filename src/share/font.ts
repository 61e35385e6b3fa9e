import { Blob, Buffer as Shaping, Direction, Face, Font as Outlines, shape } from 'harfbuzzjs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { outlineOf, type Outline } from './outline.ts';
import { unpackWoff } from './woff.ts';

/** Kinds of writing that need different room between lines. */
export type Script = 'latin' | 'arabic' | 'ethiopic' | 'hebrew';

/** A glyph where shaping put it; lengths in em, `y` upwards, `at` the place of its cluster in the text. */
export interface ShapedGlyph {
  id: number;
  at: number;
  advance: number;
  x: number;
  y: number;
}

/** Ink of a glyph in em, relative to its origin, `y` upwards. */
export interface Ink {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** One font file. It is opened when it is first asked, because most texts need two of twenty. */
export class Font {
  /** Place in a package, `@fontsource/…/files/….woff`. */
  file: string;
  script: Script;
  #opened: { outlines: Outlines; characters: Set<number>; em: number } | undefined;
  #shapes = new Map<number, Outline>();
  #inks = new Map<number, Ink>();
  #read: (file: string) => Buffer;

  constructor(file: string, script: Script, read: (file: string) => Buffer = readPackaged) {
    this.file = file;
    this.script = script;
    this.#read = read;
  }

  #open() {
    if (this.#opened) return this.#opened;
    const face = new Face(new Blob(unpackWoff(this.#read(this.file))));
    return (this.#opened = { outlines: new Outlines(face), characters: new Set(face.collectUnicodes()), em: face.upem });
  }

  /** True when it has a glyph for this code point. */
  has(codePoint: number): boolean {
    return this.#open().characters.has(codePoint);
  }

  /** Glyphs of `text` from `start` to `end` in visual order, shaped with what stands around them. */
  shape(text: string, start: number, end: number, direction: 'ltr' | 'rtl', lang: string): ShapedGlyph[] {
    const { outlines, em } = this.#open();
    const buffer = new Shaping();
    buffer.addText(text, start, end - start);
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(lang);
    shape(outlines, buffer);
    return buffer.getGlyphInfosAndPositions().map(({ codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
      id: codepoint, at: cluster, advance: xAdvance / em, x: xOffset / em, y: yOffset / em,
    }));
  }

  outline(id: number): Outline {
    let outline = this.#shapes.get(id);
    if (!outline) {
      const { outlines, em } = this.#open();
      this.#shapes.set(id, (outline = outlineOf(outlines.glyphToPath(id), em)));
    }
    return outline;
  }

  ink(id: number): Ink {
    let ink = this.#inks.get(id);
    if (!ink) {
      const { outlines, em } = this.#open();
      const { xBearing, yBearing, width, height } = outlines.glyphExtents(id) ?? { xBearing: 0, yBearing: 0, width: 0, height: 0 };
      this.#inks.set(id, (ink = { left: xBearing / em, right: (xBearing + width) / em, top: yBearing / em, bottom: (yBearing + height) / em }));
    }
    return ink;
  }
}

/** Bytes of a file of an installed package. */
export function readPackaged(file: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(file));
}
