import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filesInPublic } from '../../integrations/files/public-folder.ts';
import type { Fault } from '../../src/domain/fault.ts';
import { folder, told } from '../desk.ts';
import { blank, GPS } from '../photos.ts';

const read = async (files: Record<string, string | Uint8Array>) => {
  const faults: Fault[] = [];
  const addresses = await filesInPublic(await folder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`public/${path}`, content]))), faults);
  return { addresses: [...addresses].sort(), faults, told: told(faults) };
};

test('files that are copied as they are can be linked to, in folders too', async () => {
  const { addresses, told } = await read({ 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', 'papers/2026/report.pdf': '%PDF-1.7', 'social-card.png': await blank().png().toBuffer() });
  expect(addresses).toEqual(['/favicon.svg', '/papers/2026/report.pdf', '/social-card.png']);
  expect(told).toBe('');
});

test('a project without such files has none', async () => expect(await read({})).toMatchObject({ addresses: [], told: '' }));

describe('what would betray someone stops the build by name', () => {
  const withPlace = () => blank().withExif({ IFD3: GPS }).jpeg().toBuffer();
  const video = Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftypqt  ....\xa9xyz+52.37+004.89/', 'latin1')]);

  test.each<[string, () => Promise<Uint8Array>]>([
    ['photos/a.jpg', withPlace],
    ['photo without an ending', withPlace],
    ['report.pdf', withPlace],
    ['film.mov', async () => video],
  ])('%s', async (path, content) => {
    const { faults } = await read({ [path]: await content() });
    expect(faults).toMatchObject([{ file: `public/${path}`, stops: 'build' }]);
  });

  test.each<[string, (photo: Buffer) => Uint8Array | Promise<Uint8Array>]>([
    ['report.pdf', (photo) => Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj << /Filter /DCTDecode >> stream\n'), photo, Buffer.from('\nendstream')])],
    ['kit.zip', (photo) => zipSync({ 'photos/a.jpg': [photo, { level: 0 }] })],
    ['kit.docx', (photo) => zipSync({ 'word/media/a.jpg': [Buffer.concat([photo, Buffer.alloc(9000)]), { level: 9 }] })],
    ['poster.svg', (photo) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,${photo.toString('base64')}"/></svg>`)],
    ['photo.jpg', async (photo) => Buffer.concat([await blank(200).jpeg().toBuffer(), photo])],
  ])('a picture with a place inside %s', async (path, pack) => {
    const sound = await read({ [path]: await pack(await blank(70).jpeg().toBuffer()) });
    expect(sound.told).toBe('');
    const { faults } = await read({ [path]: await pack(await withPlace()) });
    expect(faults).toMatchObject([{ file: `public/${path}`, stops: 'build', wrong: expect.stringContaining('GPSLatitude') }]);
  });

  test.each([
    '<svg><x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script></svg>', '<svg><a xlink:href="java&#115;cript:1"/></svg>', '<svg><a href="java&#x0A;script:1"/></svg>', '<svg><set attributeName="href" to="x"/></svg>',
    '<!DOCTYPE svg [<!ENTITY x "<script>1</script>">]><svg>&x;</svg>', '<svg><iframe/></svg>', '<svg><g x:onload="1"/></svg>', '<svg><script',
  ])('a drawing that hides a program: %s', async (drawing) => {
    expect((await read({ 'logo.svg': drawing })).told).toContain('The drawing holds a program.');
  });

  test.each(['<svg><image href="https://evil.example/x.png"/></svg>', '<svg><use xlink:href="//evil.example/x.svg#a"/></svg>', '<?xml-stylesheet href="https://evil.example/x.css"?><svg/>', '<svg><style>@import "https://evil.example"</style></svg>', '<svg><rect style="fill:url(https://evil.example)"/></svg>'])('a drawing that fetches something: %s', async (drawing) => {
    expect((await read({ 'logo.svg': drawing })).told).toBe('public/logo.svg\n  The drawing fetches something from elsewhere. Export it again as plain SVG, or use a PNG.');
  });

  test('but a drawing as drawing programs write it passes', async () => {
    const drawing = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Inkscape -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><sodipodi:namedview pagecolor="#fff"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><style><![CDATA[.a > b { fill: url(#g) }]]></style><linearGradient id="g"><stop/></linearGradient><path class="a" d="M0 0" style="fill:url(#g)"/><use xlink:href="#a"/></svg>';
    expect((await read({ 'logo.svg': drawing })).told).toBe('');
  });

  test.each(['<svg><script>1</script></svg>', '<svg onload="1"/>', '<svg><a href="javascript:1"/></svg>', '<svg><foreignObject/></svg>', '<svg\nonload = "1"/>'])('a drawing that holds a program: %s', async (drawing) => {
    expect((await read({ 'logo.svg': drawing })).told).toBe('public/logo.svg\n  The drawing holds a program. Export it again as plain SVG, or use a PNG.');
  });
});
