import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** Unpacks a WOFF 1.0 file into the OpenType file that it wraps. Source: W3C, WOFF File Format 1.0, sections 3 to 5. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF file.');
  const tables = woff.readUInt16BE(12);
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * tables);
  woff.copy(head, 0, 4, 8);
  const exponent = Math.floor(Math.log2(tables));
  const range = SFNT_ENTRY * 2 ** exponent;
  [tables, range, exponent, SFNT_ENTRY * tables - range].forEach((value, index) => head.writeUInt16BE(value, 4 + 2 * index));
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let table = 0; table < tables; table++) {
    const from = WOFF_HEADER + WOFF_ENTRY * table;
    const [start, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at)) as [number, number, number];
    const body = woff.subarray(start, start + packed);
    const to = SFNT_HEADER + SFNT_ENTRY * table;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(packed < length ? inflateSync(body) : body, Buffer.alloc(padding));
    offset += length + padding;
  }
  return Buffer.concat(parts);
}
