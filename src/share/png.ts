import { constants, crc32, deflateSync } from 'node:zlib';
import type { Flat } from './flat.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG with a palette, every pixel as it was drawn. Source: W3C, PNG (third edition), sections 5 and 11. */
export function encodePng({ width, height, rows, colours }: Flat): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, colours from the palette.
  header.set([8, 3], 8);
  const palette = Buffer.alloc(colours.length * 3);
  colours.forEach((colour, place) => palette.writeUIntBE(colour, place * 3, 3));
  const data = pack(rows, (LIGHT * Math.max(LINK, width * height)) / LINK);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** Packed bytes above which more work is worth a smaller file, for a link card; larger cards may have as many more as they have pixels. */
const LIGHT = 29_000;
const LINK = 1200 * 630;

// Runs of one colour are found at once; more work makes the file a fifth smaller, and takes five, then eighty times as long.
function pack(rows: Uint8Array, light: number): Buffer {
  const quick = deflateSync(rows, { level: 6, strategy: constants.Z_RLE });
  if (quick.length <= light) return quick;
  const usual = deflateSync(rows, { level: 6 });
  return usual.length <= light ? usual : deflateSync(rows, { level: 9, memLevel: 9 });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
