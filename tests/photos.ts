import { crc32 } from 'node:zlib';
import sharp, { type Exif } from 'sharp';

/** A picture of one colour. */
export const blank = (width = 64, height = 40) => sharp({ create: { width, height, channels: 3, background: '#246' } });

/** A place in Amsterdam, as cameras write it. */
export const GPS: NonNullable<Exif['IFD3']> = { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 1234/100', GPSLongitudeRef: 'E', GPSLongitude: '4/1 53/1 4200/100' };

/** An XMP packet around its description. */
export const PACKET = (description: string) =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** A PNG with one more chunk, right after its head. */
export function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  return Buffer.concat([png.subarray(0, 33), number(data.length), named, number(crc32(named)), png.subarray(33)]);
}
