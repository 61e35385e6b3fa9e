import { Resvg } from '@resvg/resvg-js';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import satori, { type FontWeight } from 'satori';
import { directionOf } from '../../src/domain/language.ts';
import type { PressRelease } from '../../src/domain/story.ts';
import { readPackaged } from '../../src/share/font.ts';
import { TYPEFACES } from '../../src/share/typeface.ts';
import { rasterOf } from '../../src/share/raster.ts';
import { unpackWoff } from '../../src/share/woff.ts';

/** Where the lists of the other makers' packages are. */
export const SHARE_PEER_FILES = fileURLToPath(new URL('share-peers/', import.meta.url));

/** A maker of share images: bytes of a 1200×630 picture with title, organisation and address. */
export interface Maker {
  name: string;
  make(story: PressRelease): Promise<Uint8Array>;
}

// Without the two large files of signs, which no title needs.
const FILES = TYPEFACES.headline.filter(({ file }) => !/math|symbols/.test(file)).map(({ file }) => file);

/** satori with resvg-js as fast as they go: fonts read once, no system fonts, the sign as a ready address. */
export function satoriMaker(logo: string): Maker {
  const fonts = FILES.map((file, index) => ({ name: `f${index}`, data: readPackaged(file), weight: 600 as FontWeight, style: 'normal' as const }));
  const fontFamily = fonts.map(({ name }) => name).join(', ');
  const src = `data:image/svg+xml;base64,${Buffer.from(logo.replaceAll('currentColor', '#14211f')).toString('base64')}`;
  const box = (style: object, children?: unknown) => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
  return {
    name: 'satori with resvg-js',
    async make({ lang, title }) {
      const card = box({ width: 1200, height: 630, flexDirection: 'column', boxSizing: 'border-box', padding: 64, backgroundColor: '#fffdf8', color: '#14211f', fontFamily, direction: directionOf(lang) }, [
        box({ fontSize: 23, color: '#0b5a61', alignItems: 'center' }, [box({ width: 36, height: 8, backgroundColor: '#f2b04a', marginInlineEnd: 16 }), 'Persbericht']),
        box({ flexGrow: 1, marginTop: 34, fontSize: 62, lineHeight: 1.2 }, title),
        box({ height: 2, backgroundColor: '#d9d2c2', marginBottom: 22 }),
        box({ alignItems: 'center', justifyContent: 'space-between', fontSize: 25 }, [box({ alignItems: 'center' }, [{ type: 'img', props: { src, width: 48, height: 48 } }, box({ marginInlineStart: 16 }, 'Havenlicht')]), 'havenlicht.example']),
      ]);
      const svg = await satori(card as unknown as Parameters<typeof satori>[0], { width: 1200, height: 630, fonts });
      return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
    },
  };
}

const letter = (index: number) => String.fromCharCode(65 + index);

/** The parts of a family come under one name, of which the canvas would keep a single part; each gets its own letter instead of the 4. */
function renamed(font: Buffer, index: number): Buffer {
  for (const encoding of ['utf16le', 'latin1'] as const) {
    const [from, to] = [Buffer.from('Serif 4', encoding), Buffer.from(`Serif ${letter(index)}`, encoding)];
    // Names in a font have their bytes the other way round.
    if (encoding === 'utf16le') [from, to].forEach((name) => name.swap16());
    for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at + 1)) to.copy(font, at);
  }
  return font;
}

/** astro-og-canvas from the folder where it was installed, without its cache, with our fonts. */
export async function canvasMaker(folder: string, logo: string): Promise<Maker> {
  const own = join(folder, 'materials');
  await mkdir(own, { recursive: true });
  const fonts = await Promise.all(FILES.map(async (file, index) => {
    const path = join(own, `f${index}.ttf`);
    await writeFile(path, renamed(unpackWoff(readPackaged(file)), index));
    return path;
  }));
  const sign = join(own, 'sign.png');
  const sized = logo.replaceAll('currentColor', '#14211f').replace('<svg ', '<svg width="48" height="48" ');
  const { rgba, width, height } = rasterOf(sized);
  const { default: sharp } = await import('sharp');
  await writeFile(sign, await sharp(rgba, { raw: { width, height, channels: 4 } }).png().toBuffer());
  const entry = createRequire(join(folder, 'package.json')).resolve('astro-og-canvas');
  const { generateOpenGraphImage } = (await import(pathToFileURL(entry).href)) as { generateOpenGraphImage(options: object): Promise<Uint8Array> };
  const serif = FILES.map((_, index) => `Source Serif ${letter(index)}`);
  const families = [...serif, 'Noto Naskh Arabic', 'Noto Sans Ethiopic', 'Frank Ruhl Libre'].flatMap((family) => [`${family} SemiBold`, family]);
  const text = (size: number) => ({ color: [20, 33, 31], size, weight: 'SemiBold', lineHeight: 1.2, families });
  return {
    name: 'astro-og-canvas',
    make: ({ lang, title }) => quietly(() => generateOpenGraphImage({
      cacheDir: false, title, description: 'Havenlicht · havenlicht.example', dir: directionOf(lang), bgGradient: [[255, 253, 248]], border: { color: [242, 176, 74], width: 16, side: 'inline-start' },
      logo: { path: sign, size: [48] }, font: { title: text(62), description: text(25) }, fonts,
    })),
  };
}

/** It tells about its fonts on the standard output, where only results belong. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { debug } = console;
  console.debug = () => {};
  try {
    return await work();
  } finally {
    console.debug = debug;
  }
}
