import sharp from 'sharp';
import type { Photo } from './card.ts';
import type { Colour } from './colour.ts';
import type { Ink } from './flat.ts';
import { mustStandOut } from './legible.ts';
import type { Raster } from './raster.ts';
import type { Template } from './template.ts';

/** Puts a photograph into its slot, texts onto the card, and packs it as JPEG. Nothing hidden in the photo survives. */
export async function drawPhoto({ raster, slots }: Template, inks: readonly Ink[], photo: Photo): Promise<Buffer> {
  const slot = slots['photo'];
  if (!slot || !raster) throw new Error('The layout of the card has no slot “photo”.');
  const canvas: Raster = { ...raster, rgba: new Uint8Array(raster.rgba) };
  const [left, top] = [Math.round(slot.left), Math.round(slot.top)];
  const [width, height] = [Math.round(slot.left + slot.width) - left, Math.round(slot.top + slot.height) - top];
  const pixels = await pixelsOf(photo, width, height);
  for (let y = 0; y < height; y++) canvas.rgba.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), ((top + y) * canvas.width + left) * 4);
  for (const ink of inks) printOnto(canvas, ink);
  return pack(canvas);
}

/** Bytes that every messenger takes; a busy photograph is packed harder before it is given up. */
const LIGHT = 290_000;
/** How hard a photograph is packed, one after the other: a second pass over the codes saves a twentieth and takes twice the time of all the rest. */
const EFFORTS = [{ quality: 81, optimiseCoding: false }, ...[81, 74, 66, 58].map((quality) => ({ quality, optimiseCoding: true }))];

async function pack({ rgba, width, height }: Raster): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for (const effort of EFFORTS) {
    // Full colour resolution, or the edges of coloured letters would fray.
    bytes = await sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha().jpeg({ ...effort, chromaSubsampling: '4:4:4' }).toBuffer();
    if (bytes.length <= LIGHT) break;
  }
  return bytes;
}

const KEPT = 8;
// A story's languages come one after the other and share their photograph, in each of its sizes.
const recent = new Map<string, Promise<Buffer>>();

/** The part of a photograph that matters most, filling width and height; four bytes a pixel. */
function pixelsOf({ hash, read }: Photo, width: number, height: number): Promise<Buffer> {
  const key = `${hash} ${width}x${height}`;
  const known = recent.get(key);
  if (known) return known;
  if (recent.size >= KEPT) recent.delete(recent.keys().next().value!);
  const pixels = read().then((bytes) => sharp(bytes).autoOrient().resize({ width, height, fit: 'cover', position: sharp.strategy.attention }).ensureAlpha().raw().toBuffer());
  recent.set(key, pixels);
  return pixels;
}

function printOnto({ rgba, width }: Raster, { field, colour, mask }: Ink): void {
  const grounds = new Map<Colour, number>();
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) {
      const part = mask.cover[y * mask.width + x]! / 255;
      if (part === 0) continue;
      const at = ((mask.top + y) * width + mask.left + x) * 4;
      if (part > 0.5) {
        const ground = (rgba[at]! << 16) | (rgba[at + 1]! << 8) | rgba[at + 2]!;
        grounds.set(ground, (grounds.get(ground) ?? 0) + 1);
      }
      for (const [channel, shift] of [16, 8, 0].entries()) rgba[at + channel] = Math.round(rgba[at + channel]! + (((colour >> shift) & 255) - rgba[at + channel]!) * part);
    }
  }
  mustStandOut(field, colour, grounds);
}
