import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureFormat, tellingFields, videoTellsPlace } from '../../integrations/files/photo-metadata.ts';
import { blank, GPS, PACKET, withChunk } from '../photos.ts';

describe('a picture that tells nothing', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('as %s is clean', async (format) => {
    expect(tellingFields(await blank().toFormat(format).toBuffer())).toEqual([]);
  });

  test('may name its maker and its day: many cameras, many days', async () => {
    const bytes = await blank().withExif({ IFD0: { Copyright: 'Havenlicht', Make: 'Canon', DateTime: '2026:11:17 09:00:00' } }).jpeg().toBuffer();
    expect(tellingFields(bytes)).toEqual([]);
  });
});

describe('a picture that tells where it was taken', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('as %s is found', async (format) => {
    const bytes = await blank().withExif({ IFD3: GPS }).toFormat(format).toBuffer();
    expect(tellingFields(bytes)).toEqual(expect.arrayContaining(['GPSLatitude', 'GPSLongitude']));
  });

  test('is found under any name', async () => {
    const jpeg = await blank().withExif({ IFD3: GPS }).jpeg().toBuffer();
    expect(pictureFormat(jpeg)).toBe('jpeg');
    expect(tellingFields(jpeg)).not.toEqual([]);
  });

  test('is found in a packet of XMP, the usual way and half broken', async () => {
    const bytes = await blank().withXmp(PACKET('<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,22.2N" exif:GPSLongitude="4,53.7E"/>')).jpeg().toBuffer();
    expect(tellingFields(bytes)).toEqual(expect.arrayContaining(['GPSLatitude', 'GPSLongitude']));
    const hidden = Buffer.concat([await blank().jpeg().toBuffer(), Buffer.from('<x exif:GPSLatitude="52,22.2N">')]);
    expect(tellingFields(hidden)).toEqual(['GPSLatitude']);
  });

  test.each([
    ['zTXt', 'XML:com.adobe.xmp\0\0', '<x exif:GPSLatitude="52,22.2N">', 'GPSLatitude'],
    ['iTXt', 'XML:com.adobe.xmp\0\x01\0nl\0vertaald\0', '<x exif:GPSLongitude="4,53.7E">', 'GPSLongitude'],
    ['zTXt', 'Raw profile type exif\0\0', '\nexif\n      10\n4578696600', 'Raw profile type exif'],
  ])('is found in a text that a PNG keeps compressed (%s)', async (type, head, text, field) => {
    const bytes = withChunk(await blank().png().toBuffer(), type, Buffer.concat([Buffer.from(head, 'latin1'), deflateSync(text)]));
    expect(tellingFields(bytes)).toEqual([field]);
  });

  test('that unpacks to gigabytes is not unpacked', async () => {
    const bomb = withChunk(await blank().png().toBuffer(), 'zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(80_000_000))]));
    const before = process.memoryUsage().rss;
    expect(tellingFields(bomb)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  test('is found in the words of a place', async () => {
    const bytes = await blank().withXmp(PACKET('<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Havenstad"/>')).jpeg().toBuffer();
    expect(tellingFields(bytes)).toContain('City');
  });
});

describe('a picture that tells with which device, by whom or how high it was taken', () => {
  test.each([
    ['the body’s number', { IFD2: { BodySerialNumber: '012345678' } }, 'BodySerialNumber'],
    ['the lens’s number', { IFD2: { LensSerialNumber: '99887766' } }, 'LensSerialNumber'],
    ['the height above the sea', { IFD3: { GPSAltitude: '12/1' } }, 'GPSAltitude'],
    ['the owner', { IFD2: { CameraOwnerName: 'Rahel Haile' } }, 'CameraOwnerName'],
  ])('is found by %s', async (_, exif, field) => expect(tellingFields(await blank().withExif(exif).jpeg().toBuffer())).toContain(field));

  test('is found by the name of the phone', async () => {
    // No writer at hand knows this field, so another one's number (0x013B, the artist) is turned into its own.
    const bytes = await blank().withExif({ IFD0: { Artist: 'iPhone of Rahel' } }).jpeg().toBuffer();
    const artist = bytes.indexOf(Buffer.from([0x3b, 0x01, 0x02, 0x00]));
    expect(artist).toBeGreaterThan(0);
    bytes[artist] = 0x3c;
    expect(tellingFields(bytes)).toEqual(['HostComputer']);
  });

  test('is found by the number in XMP', async () => {
    const bytes = await blank().withXmp(PACKET('<rdf:Description rdf:about="" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="0123"/>')).webp().toBuffer();
    expect(tellingFields(bytes)).toContain('SerialNumber');
  });
});

describe('other files', () => {
  test.each([['text', 'GPSLatitude'], ['nothing', ''], ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['a PDF', '%PDF-1.7 GPSLatitude']])('%s is no picture, and tells nothing', (_, text) => {
    expect([pictureFormat(Buffer.from(text)), tellingFields(Buffer.from(text))]).toEqual([undefined, []]);
  });

  test('a broken picture is no reason to stop', async () => {
    const whole = await blank().withExif({ IFD3: GPS }).jpeg().toBuffer();
    for (const length of [2, 3, 10, 40, 80]) expect(Array.isArray(tellingFields(whole.subarray(0, length)))).toBe(true);
    expect(pictureFormat((await sharp(whole).gif().toBuffer()))).toBe('gif');
  });

  test('a phone’s video tells its place in two ways', () => {
    const video = (tail: string) => Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftypqt  '), Buffer.from(tail, 'latin1')]);
    expect(videoTellsPlace(video('....\xa9xyz+52.37+004.89/'))).toBe(true);
    expect(videoTellsPlace(video('com.apple.quicktime.location.ISO6709'))).toBe(true);
    expect(videoTellsPlace(video('moov'))).toBe(false);
    expect(videoTellsPlace(Buffer.from('a text about \xa9xyz', 'latin1'))).toBe(false);
  });
});
