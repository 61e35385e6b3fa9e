import { unzipSync } from 'fflate';

/** Larger files inside an archive are no photographs of ours to judge. */
const LARGEST = 50_000_000;
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** Pictures and EXIF blocks inside another file: in a PDF, an archive, a drawing, or the preview within a photograph. */
export function* innerPictures(bytes: Uint8Array): Generator<Uint8Array> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = whole.indexOf(JPEG, 1); at > 0; at = whole.indexOf(JPEG, at + 1)) {
    const marker = whole[at + 3] ?? 0;
    // The marker that follows tells a picture from three bytes that look like one.
    if ((marker >= 0xe0 && marker <= 0xef) || [0xdb, 0xc0, 0xc2, 0xc4, 0xfe].includes(marker)) yield whole.subarray(at, jpegEnd(whole, at));
  }
  for (let at = whole.indexOf(EXIF); at >= 0; at = whole.indexOf(EXIF, at + 1)) yield whole.subarray(at + EXIF.length, at + EXIF.length + 65_536);
  if (whole.subarray(0, 4).toString('latin1') === 'PK\x03\x04') yield* packedFiles(whole);
  if (/^\s*(\uFEFF)?</.test(whole.subarray(0, 64).toString('utf8'))) {
    for (const [, base64 = ''] of whole.toString('utf8').matchAll(/data:image\/[\w.+-]+;base64,([\w+/=\s&#;]+)/g)) {
      const picture = Buffer.from(base64.replace(/&#\w+;/g, ''), 'base64');
      yield picture;
      yield* innerPictures(picture);
    }
  }
}

function* packedFiles(archive: Buffer): Generator<Uint8Array> {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, { filter: ({ originalSize }) => originalSize < LARGEST });
  } catch {
    return;
  }
  for (const file of Object.values(files)) {
    yield file;
    if (file.length < LARGEST / 10) yield* innerPictures(file);
  }
}

/** Its end mark, or as much as a picture's head can hold. */
function jpegEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), from + 4);
  return end < 0 ? from + 1_000_000 : Math.max(end + 2, from + 200_000);
}
