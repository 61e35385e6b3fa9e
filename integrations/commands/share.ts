import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../../src/domain/fault.ts';
import { idOf, isPublic, kindOf, SECTION_OF, type Kind, type Version } from '../../src/domain/story.ts';
import { draw } from '../../src/share/draw.ts';
import { CardRefusal } from '../../src/share/refusal.ts';
import { SIZES, type Size } from '../../src/share/size.ts';
import { site } from '../../src/site.ts';
import { clockFrom } from '../files/current-edition.ts';
import { readEdition } from '../files/edition.ts';
import { Refusal } from '../refusal.ts';
import { progress } from '../share/progress.ts';
import { openStudio } from '../share/story-images.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run share -- press/<slug>              draws the share images of a story, in all its languages and sizes
npm run share -- fact-checks/<slug> --lang nl,ar --size 1200x630,1080x1080
npm run share -- events/<slug> --theme dark --out pictures

Sizes: ${SIZES.join(', ')}. Without --out they come into share/<slug>.`;

/** `npm run share`: draws a story's images alone, also of drafts. Exit 1 when one is refused, 2 for bad input. */
export async function share(args: string[], root = fileURLToPath(new URL('../../', import.meta.url))): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { lang: { type: 'string' }, size: { type: 'string' }, theme: { type: 'string' }, out: { type: 'string' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const theme = choose('--theme', values.theme ?? 'light', ['light', 'dark'] as const)[0]!;
  const sizes: Size[] = choose('--size', values.size ?? SIZES.join(','), SIZES);
  const edition = await readEdition({ root, site, now: clockFrom(process.env), preview: true });
  const versions = find(edition.versions, positionals);
  const wanted = choose('--lang', values.lang ?? versions.map(({ lang }) => lang).join(','), versions.map(({ lang }) => lang));
  const folder = resolve(root, values.out ?? join('share', versions[0]!.slug));
  const studio = await openStudio({ root, site, pictures: edition.pictures, counts: edition.counts });
  await mkdir(folder, { recursive: true });
  const line = progress('Share images', wanted.length * sizes.length);
  let refused = 0;
  for (const version of versions.filter(({ lang }) => wanted.includes(lang))) {
    if (!isPublic(version, edition.now)) console.error(`${version.file} is not public yet. Share nothing of it before it is.`);
    for (const size of sizes) {
      const card = studio.cardOf(version, size, theme);
      try {
        const { bytes, type } = await draw(card);
        const path = join(folder, `${version.slug}-${version.lang}-${size}.${type}`);
        await writeFile(path, bytes);
        line.step();
        console.log(`${relative(process.cwd(), path)}  ${Math.ceil(bytes.length / 1000)} kB`);
      } catch (error) {
        if (!(error instanceof CardRefusal)) throw error;
        console.error(`${version.file}, ${error.field}, ${size}\n  ${error.message}`);
        refused++;
      }
    }
    console.log(`  ${studio.cardOf(version, sizes[0]!, theme).alt}`);
  }
  line.done();
  return refused > 0 ? 1 : 0;
}

function choose<T extends string>(option: string, written: string, choices: readonly T[]): T[] {
  return written.split(',').map((one) => {
    const choice = choices.find((known) => known === one.trim());
    if (choice === undefined) throw new Refusal(`${option} is “${one.trim()}”; there ${choices.length === 1 ? 'is' : 'are'}: ${choices.join(', ')}.`, 2);
    return choice;
  });
}

/** The versions of the story that was asked for; its section may be written in the singular, as in `npm run new`. */
function find(versions: readonly Version[], [written, ...more]: readonly string[]): Version[] {
  if (!written || more.length > 0) throw new Refusal(`Say which story, like press/free-internet.\n\n${HELP}`, 2);
  const [type = '', slug] = written.replace(/^content\/|\/$/g, '').split('/');
  const section = type in SECTION_OF ? SECTION_OF[type as Kind] : kindOf(type) && type;
  const found = versions.filter((version) => idOf(version) === `${section}/${slug}`);
  if (found.length > 0) return found;
  const similar = nearest(written, [...new Set(versions.map(idOf))]);
  throw new Refusal(`There is no story “${written}” in content/${similar ? `; did you mean ${similar}?` : '. Write its folder, like press/free-internet; a story with faults is not found, “npm run build” names them.'}`, 2);
}
