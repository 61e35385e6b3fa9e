import { Resvg } from '@resvg/resvg-js';

/** Pixels, four bytes each: red, green, blue, opacity. */
export interface Raster {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Draws an SVG without letters. The system's fonts are left alone: looking for them costs more than drawing. */
export function rasterOf(svg: string): Raster {
  const image = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
  return { width: image.width, height: image.height, rgba: image.pixels };
}
