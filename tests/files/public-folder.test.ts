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

  test.each(['<svg><script>1</script></svg>', '<svg onload="1"/>', '<svg><a href="javascript:1"/></svg>', '<svg><foreignObject/></svg>', '<svg\nonload = "1"/>'])('a drawing that holds a program: %s', async (drawing) => {
    expect((await read({ 'logo.svg': drawing })).told).toBe('public/logo.svg\n  The drawing holds a program. Export it again as plain SVG, or use a PNG.');
  });
});
