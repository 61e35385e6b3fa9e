import { inflateSync } from 'node:zlib';

/** More than any honest description; a small file must not unpack to gigabytes. */
const LONGEST = 5_000_000;

/** The texts that a PNG keeps in compressed form, by keyword (PNG specification, third edition, 11.3.3). */
export function packedTexts(bytes: Uint8Array): { keyword: string; text: string }[] {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: { keyword: string; text: string }[] = [];
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    if (type !== 'zTXt' && type !== 'iTXt') continue;
    const chunk = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const end = chunk.indexOf(0);
    const keyword = chunk.toString('latin1', 0, end);
    if (type === 'zTXt') texts.push({ keyword, text: unpacked(chunk.subarray(end + 2)) });
    // Flag, method, language, translated keyword, and only then the text.
    else if (chunk[end + 1] === 1) texts.push({ keyword, text: unpacked(chunk.subarray(chunk.indexOf(0, chunk.indexOf(0, end + 3) + 1) + 1)) });
  }
  return texts;
}

function unpacked(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST }).toString('utf8');
  } catch {
    return '';
  }
}
