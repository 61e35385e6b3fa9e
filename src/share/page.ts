import { deflateSync } from 'node:zlib';
import { arrange, type Arrangement } from './arrange.ts';
import type { Box } from './card-text.ts';
import { colourOf, type Colour } from './colour.ts';
import { fitText } from './fit.ts';
import type { Font } from './font.ts';
import { mustStandOut } from './legible.ts';
import { writePdf, type PdfPage } from './pdf.ts';
import { placeText, type PlacedGlyph } from './place.ts';
import { PAPER, type Poster } from './poster.ts';
import { qrCode } from './qr.ts';
import { rasterOf } from './raster.ts';

/** Points in a tenth of a millimetre. */
const POINT = 72 / 254;
/** Dots of a drawing in a tenth of a millimetre: 600 in an inch, what office printers have. */
const DOTS = 600 / 254;
/** Glyphs are written in thousandths of an em. */
const EM = 1000;

const KEPT = 24;
const arrangements = new Map<string, Promise<Arrangement>>();
const drawings = new Map<string, Buffer>();

/**
 * Draws a poster as a PDF of outlines, sharp on every printer: letters, surfaces and the code are shapes, the sign has
 * 600 dots an inch. What would be unreadable is refused with a `CardRefusal`.
 */
export async function drawPoster(poster: Poster): Promise<Buffer> {
  const { layout, direction, lang, title, organisation: author, alt, code } = poster;
  const { pieces, slots } = await kept(arrangements, JSON.stringify([layout, direction]), () => arrange(layout, PAPER.width, PAPER.height));
  const page = new Page();
  for (const piece of pieces) {
    if ('colour' in piece) page.surface(piece.box, colourOf(piece.colour));
    else page.drawing(piece.box, piece.source);
  }
  const bottoms: Record<string, number> = {};
  for (const [name, text] of Object.entries(poster.texts)) {
    const slot = slots[name]!;
    const box = text.follows ? { ...slot, top: bottoms[text.follows.slot]! + text.follows.gap } : slot;
    if (text.text.trim() === '') continue;
    const fitted = fitText(text, box, lang, direction);
    bottoms[name] = box.top + (fitted.leading.above + (fitted.lines.length - 1) * fitted.leading.line + fitted.leading.below) * fitted.size;
    mustStandOut(text.field, colourOf(text.colour), new Map([[page.groundOf(box), 1]]));
    page.letters(placeText(fitted, box, text, direction), colourOf(text.colour));
  }
  page.code(slots['code']!, code);
  const links = ['code', 'address'].map((name) => ({ area: areaOf(slots[name]!), address: code }));
  return writePdf({ width: rounded(PAPER.width * POINT), height: rounded(PAPER.height * POINT), lang, title, author, alt, content: page.content(), images: page.images, links });
}

/** Operators that paint a page, in tenths of a millimetre from its upper left corner. */
class Page {
  #operators: string[] = [`${POINT.toFixed(6)} 0 0 ${(-POINT).toFixed(6)} 0 ${rounded(PAPER.height * POINT)} cm`];
  #surfaces: { box: Box; colour: Colour }[] = [];
  images: PdfPage['images'] = [];

  content(): string {
    return this.#operators.join('\n');
  }

  surface(box: Box, colour: Colour): void {
    this.#surfaces.push({ box, colour });
    this.#operators.push(`${fill(colour)} ${[box.left, box.top, box.width, box.height].map(rounded).join(' ')} re f`);
  }

  /** Colour of the surface on which a box stands. */
  groundOf({ left, top }: Box): Colour {
    return this.#surfaces.findLast(({ box }) => left >= box.left && top >= box.top && left < box.left + box.width && top < box.top + box.height)!.colour;
  }

  drawing(box: Box, source: string): void {
    const [width, height] = [Math.round(box.width * DOTS), Math.round(box.height * DOTS)];
    const ground = this.groundOf(box);
    const packed = kept(drawings, `${source} ${width}x${height} ${ground}`, () => deflateSync(onGround(source, width, height, ground)));
    const name = `I${this.images.push({ width, height, packed })}`;
    this.#operators.push(`q ${rounded(box.width)} 0 0 ${rounded(-box.height)} ${rounded(box.left)} ${rounded(box.top + box.height)} cm /${name} Do Q`);
  }

  letters(glyphs: readonly PlacedGlyph[], colour: Colour): void {
    this.#operators.push(fill(colour));
    for (const { font, id, x, y, size } of glyphs) {
      if (font.ink(id).right <= font.ink(id).left) continue;
      const scale = rounded(size / EM, 5);
      this.#operators.push(`q ${scale} 0 0 ${-scale} ${rounded(x)} ${rounded(y)} cm ${shapeOf(font, id)} Q`);
    }
  }

  /** A QR code in black, the one colour that every printer prints sharp. */
  code({ left, top, width }: Box, text: string): void {
    mustStandOut('code', 0, new Map([[this.groundOf({ left, top, width, height: width }), 1]]));
    const { size, outlines } = qrCode(text);
    const module = width / size;
    const path = outlines.map((corners) => corners.map(([x, y], index) => `${rounded(left + x * module)} ${rounded(top + y * module)} ${index === 0 ? 'm' : 'l'}`).join(' ') + ' h');
    this.#operators.push(`${fill(0)} ${path.join('\n')} f`);
  }
}

const shapes = new WeakMap<Font, Map<number, string>>();

/** Operators of a glyph. The same words for the same letter wherever it stands: packed, only the first one takes room. */
function shapeOf(font: Font, id: number): string {
  const known = shapes.get(font) ?? new Map<number, string>();
  shapes.set(font, known);
  return kept(known, id, () => {
    const outline = font.outline(id);
    const operators: string[] = [];
    let [fromX, fromY] = [0, 0];
    for (let at = 0; at < outline.length; ) {
      const kind = outline[at++]!;
      const points = [...outline.subarray(at, (at += Math.max(kind, 1) * 2))];
      const [toX, toY] = points.slice(-2) as [number, number];
      // A quadratic curve has no operator; its cubic has both middle points two thirds of the way to its one.
      const curve = kind === 2 ? [fromX + ((points[0]! - fromX) * 2) / 3, fromY + ((points[1]! - fromY) * 2) / 3, toX + ((points[0]! - toX) * 2) / 3, toY + ((points[1]! - toY) * 2) / 3, toX, toY] : points;
      operators.push(`${curve.map((value) => Math.round(value * EM)).join(' ')} ${kind === 0 ? 'm' : kind === 1 ? 'l' : 'c'}`);
      [fromX, fromY] = [toX, toY];
    }
    return `${operators.join('\n')} f`;
  }, Infinity);
}

function onGround(source: string, width: number, height: number, ground: Colour): Uint8Array {
  const { rgba } = rasterOf(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#${ground.toString(16).padStart(6, '0')}"/><image href="${source}" width="${width}" height="${height}"/></svg>`);
  return Uint8Array.from({ length: width * height * 3 }, (_, at) => rgba[Math.floor(at / 3) * 4 + (at % 3)]!);
}

function areaOf({ left, top, width, height }: Box): number[] {
  return [left, PAPER.height - top - height, left + width, PAPER.height - top].map((length) => rounded(length * POINT));
}

const fill = (colour: Colour) => `${[16, 8, 0].map((shift) => rounded(((colour >> shift) & 255) / 255, 3)).join(' ')} rg`;
const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

function kept<K, T>(known: Map<K, T>, key: K, make: () => T, most = KEPT): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.delete(known.keys().next().value!);
  const made = make();
  known.set(key, made);
  return made;
}
