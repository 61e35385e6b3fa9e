import { mix, type Colour } from './colour.ts';
import { mustStandOut } from './legible.ts';
import type { Mask } from './mask.ts';
import type { Raster } from './raster.ts';

/** A picture of at most 256 colours: rows as PNG has them, each a filter byte 0 and a byte per pixel. */
export interface Flat {
  width: number;
  height: number;
  rows: Uint8Array;
  colours: Colour[];
}

/** A text as it comes onto a card. */
export interface Ink {
  field: string;
  colour: Colour;
  mask: Mask;
}

/** Colours that the boxes and the logo of a card may use; the rest belongs to the letters. */
const MOST_OF_TEMPLATE = 48;
/** Steps from ground to letter, finest first; the finest that 256 colours allow is taken. */
const STEPS = [14, 12, 10];

/** A raster as a flat picture; rare colours, which only smoothed edges have, become the nearest frequent one. */
export function flatten({ width, height, rgba }: Raster): Flat {
  const counts = new Map<Colour, number>();
  const colourAt = (pixel: number) => (rgba[pixel * 4]! << 16) | (rgba[pixel * 4 + 1]! << 8) | rgba[pixel * 4 + 2]!;
  for (let pixel = 0; pixel < width * height; pixel++) counts.set(colourAt(pixel), (counts.get(colourAt(pixel)) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const colours = ranked.slice(0, MOST_OF_TEMPLATE);
  const places = new Map(ranked.map((colour, rank) => [colour, rank < MOST_OF_TEMPLATE ? rank : nearest(colour, colours)]));
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = places.get(colourAt(y * width + x))!;
  }
  return { width, height, rows, colours };
}

function nearest(colour: Colour, colours: readonly Colour[]): number {
  const far = (other: Colour) => [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  return colours.reduce((best, other, place) => (far(other) < far(colours[best]!) ? place : best), 0);
}

/** How fine the letters of a template came out last; the next ones will not come out finer. */
const finest = new WeakMap<Flat, number>();

/** Puts texts onto a template, which stays as it was. Every letter must stand out from what is under it. */
export function print(template: Flat, inks: readonly Ink[]): Flat {
  for (let fine = finest.get(template) ?? 0; fine < STEPS.length; fine++) {
    const flat = { ...template, rows: template.rows.slice(), colours: [...template.colours] };
    if (!inks.every((ink) => printOne(flat, ink, STEPS[fine]!))) continue;
    finest.set(template, fine);
    return flat;
  }
  throw new Error('A card has more colours than its palette can hold; use fewer in its layout.');
}

/** False when the palette is full. */
function printOne(flat: Flat, { field, colour, mask }: Ink, steps: number): boolean {
  const { rows, colours, width } = flat;
  const places = new Map(colours.map((known, place) => [known, place]));
  const mixed = new Int16Array(256 * (steps + 1)).fill(-1);
  const stepOf = Uint8Array.from({ length: 256 }, (_, cover) => Math.round((cover * steps) / 255));
  const under = new Uint32Array(256);
  for (let y = 0, from = 0; y < mask.height; y++) {
    let at = (mask.top + y) * (width + 1) + 1 + mask.left;
    for (const end = from + mask.width; from < end; from++, at++) {
      const cover = mask.cover[from]!;
      const step = stepOf[cover]!;
      if (step === 0) continue;
      const ground = rows[at]!;
      if (cover > 127) under[ground]!++;
      let place = mixed[ground * (steps + 1) + step]!;
      if (place < 0) {
        const result = mix(colours[ground]!, colour, step / steps);
        place = places.get(result) ?? colours.push(result) - 1;
        if (place > 255) return false;
        places.set(result, place);
        mixed[ground * (steps + 1) + step] = place;
      }
      rows[at] = place;
    }
  }
  mustStandOut(field, colour, new Map([...under].flatMap((pixels, place): [Colour, number][] => (pixels > 0 ? [[colours[place]!, pixels]] : []))));
  return true;
}
