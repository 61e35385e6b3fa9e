import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../../src/domain/fault.ts';
import { FACTS } from '../../src/domain/network-facts.ts';
import { isLimited, networksFor } from '../../src/domain/network.ts';
import { idOf, isPublic, kindOf, SECTION_OF, type Kind, type Version } from '../../src/domain/story.ts';
import { CardRefusal } from '../../src/share/refusal.ts';
import { SIZES, type Size } from '../../src/share/size.ts';
import { site } from '../../src/site.ts';
import { clockFrom } from '../files/current-edition.ts';
import { readEdition } from '../files/edition.ts';
import { petitionCounts, petitionsAmong } from '../files/petition-counts.ts';
import { publicNumbers } from '../publish/public-numbers.ts';
import { Refusal } from '../refusal.ts';
import { progress } from '../share/progress.ts';
import { speakingName } from '../share/speaking-name.ts';
import { openStudio, SHOWN } from '../share/studio.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run share -- press/<slug>              draws a story in all its languages and sizes, its quotes, its figure and a poster to print
npm run share -- fact-checks/<slug> --lang nl,ar --size 1200x630,1080x1080
npm run share -- events/<slug> --only poster
npm run share -- events/<slug> --theme dark --out pictures

Sizes: ${SIZES.join(', ')}. Kinds for --only: ${SHOWN.join(', ')}; with --size there is no poster, unless --only asks for it.
Quotes and figures come in the sizes that people scroll past. Without --out all comes into share/<slug>.`;

/** `npm run share`: draws a story's images alone, also of drafts. Exit 1 when one is refused, 2 for bad input. */
export async function share(args: string[], root = fileURLToPath(new URL('../../', import.meta.url))): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { lang: { type: 'string' }, size: { type: 'string' }, only: { type: 'string' }, theme: { type: 'string' }, out: { type: 'string' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const theme = choose('--theme', values.theme ?? 'light', ['light', 'dark'] as const)[0]!;
  const sizes: Size[] = choose('--size', values.size ?? SIZES.join(','), SIZES);
  const only = choose('--only', values.only ?? SHOWN.filter((shows) => shows !== 'poster' || !values.size).join(','), SHOWN);
  const edition = await readEdition({ root, site, now: clockFrom(process.env), preview: true });
  const versions = find(edition.versions, positionals);
  const wanted = choose('--lang', values.lang ?? versions.map(({ lang }) => lang).join(','), versions.map(({ lang }) => lang));
  const folder = resolve(root, values.out ?? join('share', versions[0]!.slug));
  const numbers = await publicNumbers({ root, env: process.env, say: console.error })(petitionsAmong(versions), edition.now);
  const counts = petitionCounts(versions, numbers, edition.now, site.timeZone);
  const studio = await openStudio({ root, site, pictures: edition.pictures, url: process.env['SITE_URL'], counts });
  const asked = versions.filter(({ lang }) => wanted.includes(lang)).map((version) => ({ version, works: studio.worksOf(version, theme).filter(({ shows, size }) => only.includes(shows) && (size === 'A4' || sizes.includes(size))) }));
  if (asked.every(({ works }) => works.length === 0)) throw new Refusal(`This story has nothing to draw as ${only.join(' or ')}${values.size ? ` in ${values.size}` : ''}.`, 2);
  await mkdir(folder, { recursive: true });
  const line = progress('Share images', asked.reduce((sum, { works }) => sum + works.length, 0));
  let refused = 0;
  for (const { version, works } of asked) {
    if (!isPublic(version, edition.now)) console.error(`${version.file} is not public yet. Share nothing of it before it is.`);
    if (isLimited(site.networks, version)) console.error(`${version.file} is kept from some networks for somebody’s safety. Share it ${allowed(version)}.`);
    for (const { name, size, alt, draw } of works) {
      try {
        const bytes = await draw();
        const path = join(folder, speakingName(name));
        await writeFile(path, bytes);
        line.step();
        console.log(`${relative(process.cwd(), path)}  ${Math.ceil(bytes.length / 1000)} kB\n  ${alt}`);
      } catch (error) {
        if (!(error instanceof CardRefusal)) throw error;
        console.error(`${version.file}, ${error.field}, ${size}\n  ${error.message}`);
        refused++;
      }
    }
  }
  line.done();
  return refused > 0 ? 1 : 0;
}

function allowed(version: Version): string {
  const names = networksFor(site.networks, version).map((network) => FACTS[network].name);
  return names.length === 0 ? 'on none of ours' : `by ${names.join(', ')} alone`;
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
