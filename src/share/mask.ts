import { Coverage } from './coverage.ts';
import type { PlacedGlyph } from './place.ts';

/** How much of each pixel a text covers, 0 to 255, in a part of the card. */
export interface Mask {
  left: number;
  top: number;
  width: number;
  height: number;
  cover: Uint8Array;
}

/** Draws glyphs into the smallest part that holds all of their ink; undefined for a text without ink. */
export function maskOf(glyphs: readonly PlacedGlyph[]): Mask | undefined {
  const inked = glyphs.filter(({ font, id }) => font.ink(id).right > font.ink(id).left);
  if (inked.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { font, id, x, y, size } of inked) {
    const ink = font.ink(id);
    left = Math.min(left, x + ink.left * size);
    right = Math.max(right, x + ink.right * size);
    top = Math.min(top, y - ink.top * size);
    bottom = Math.max(bottom, y - ink.bottom * size);
  }
  // A pixel more on each side, because extents are rounded to units of the font.
  left = Math.floor(left) - 1;
  top = Math.floor(top) - 1;
  const coverage = new Coverage(Math.ceil(right) + 1 - left, Math.ceil(bottom) + 1 - top);
  for (const { font, id, x, y, size } of inked) coverage.add(font.outline(id), x - left, y - top, size);
  return { left, top, width: coverage.width, height: coverage.height, cover: coverage.sum() };
}
