import ExifReader from 'exifreader';
import { packedTexts } from './png-text.ts';

/** Starts of the file formats that can carry a photographer's traces; by content, since names lie. */
const SIGNATURES: [string, (bytes: Uint8Array) => boolean][] = [
  ['jpeg', (b) => b[0] === 0xff && b[1] === 0xd8],
  ['png', (b) => b[0] === 0x89 && b[1] === 0x50],
  ['webp', (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 12) === 'WEBP'],
  ['tiff', (b) => ['II*\0', 'MM\0*'].includes(ascii(b, 0, 4))],
  ['heif', (b) => ascii(b, 4, 8) === 'ftyp' && /^(heic|heix|hevc|mif1|msf1|avif|avis)/.test(ascii(b, 8, 12))],
  ['gif', (b) => ascii(b, 0, 3) === 'GIF'],
];

/** Fields that tell where a picture was taken, with which device or by whom. */
const TELLING = /gps|serial|^(camera)?ownername$|^sub-?location$|^location(created|shown)?$|^city$|^province|^state$|^country|latitude|longitude|^makernote$|^hostcomputer$|deviceid|cameraid/i;

/** The format of a picture by its first bytes; undefined for anything else. */
export function pictureFormat(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, fits]) => fits(bytes))?.[0];
}

/**
 * The names of hidden fields in a picture that could betray a person: place, device number, owner. Reads EXIF, XMP,
 * IPTC and PNG text. Empty for a clean picture and for files that are none.
 */
export function tellingFields(bytes: Uint8Array): string[] {
  if (!pictureFormat(bytes)) return [];
  let groups: Record<string, unknown>;
  try {
    groups = ExifReader.load(Buffer.from(bytes), { expanded: true, includeUnknown: true }) as Record<string, unknown>;
  } catch {
    // "No metadata" is an error to the reader and good news to us; raw traces are looked for below.
    groups = {};
  }
  const found = new Set<string>();
  for (const [group, fields] of Object.entries(groups)) {
    if (!fields || typeof fields !== 'object' || ['file', 'jfif', 'icc', 'Thumbnail', 'mpf'].includes(group)) continue;
    for (const [name, field] of Object.entries(fields)) {
      if (TELLING.test(name.replace(/^.*:/, '').replace(/\s/g, '')) && hasValue(field)) found.add(name);
    }
  }
  // A second look without parsing, for packets in places where no reader expects them.
  const packed = pictureFormat(bytes) === 'png' ? packedTexts(bytes) : [];
  // Older programs put whole EXIF blocks into these, in digits.
  for (const { keyword } of packed) if (/^Raw profile type (exif|iptc|xmp|app1)$/i.test(keyword)) found.add(keyword);
  const raw = [Buffer.from(bytes).toString('latin1'), ...packed.map(({ text }) => text)].join('\n');
  for (const [, name] of raw.matchAll(/(?:exif|aux|exifEX|photoshop|Iptc4xmpCore):(GPSL(?:ati|ongi)tude|SerialNumber|LensSerialNumber|BodySerialNumber|City|Location)\b/g)) found.add(name!);
  return [...found].sort();
}

/** Place stamps in phone videos: QuickTime's `©xyz` atom and Apple's location key. */
export function videoTellsPlace(bytes: Uint8Array): boolean {
  if (ascii(bytes, 4, 8) !== 'ftyp') return false;
  const raw = Buffer.from(bytes).toString('latin1');
  return raw.includes('\xa9xyz') || raw.includes('com.apple.quicktime.location');
}

function hasValue(field: unknown): boolean {
  if (field === null || field === undefined || field === '') return false;
  if (typeof field !== 'object') return true;
  const { value, description } = field as { value?: unknown; description?: unknown };
  if (value === undefined && description === undefined) return true;
  return !(value === '' || (Array.isArray(value) && value.length === 0));
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
