import { zipSync, type Zippable } from 'fflate';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kitTextAddress, kitZipAddress } from '../../src/domain/address.ts';
import type { Kit } from '../../src/domain/kit.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { shareImageId } from '../../src/domain/share-image.ts';
import type { Version } from '../../src/domain/story.ts';
import { speakingName } from '../share/speaking-name.ts';
import { sameFile } from './same-file.ts';

/** Changes with the way kits are packed, so that old files are not taken for new ones. */
const RECIPE = '1';

/**
 * Packs everything of a kit, for each text that has one: pictures, poster, what they show, and the captions where the
 * site has them. Packed files are kept in `cache`, named by what is in them; one that did not change is not packed again.
 */
export function writeKitZips(client: string, cache: string, newsroom: Newsroom, kits: readonly Kit[]): void {
  const byId = new Map(kits.map((kit) => [kit.id, kit]));
  mkdirSync(cache, { recursive: true });
  const wanted = new Set<string>();
  for (const version of newsroom.stories.flatMap(({ versions }) => versions)) {
    const kit = byId.get(shareImageId(version));
    if (!kit) continue;
    const contents = contentsOf(client, version, kit);
    const name = nameOf(version, contents);
    wanted.add(name);
    if (!existsSync(join(cache, name))) pack(join(cache, name), client, version, contents);
    const place = join(client, kitZipAddress(version.lang, version));
    mkdirSync(dirname(place), { recursive: true });
    sameFile(join(cache, name), place);
  }
  for (const name of readdirSync(cache)) if (!wanted.has(name)) rmSync(join(cache, name));
}

/** What goes into a zip: texts as they are, pictures by their address, whose name holds a hash of what they show. */
type Contents = Record<string, { text: string } | { src: string }>;

function contentsOf(client: string, version: Version, { images, poster }: Kit): Contents {
  const files = [...images, ...(poster ? [poster] : [])].map(({ src, alt }) => ({ name: speakingName(src), src, alt }));
  const captions = join(client, kitTextAddress(version.lang, version));
  return {
    ...Object.fromEntries(files.map(({ name, src }) => [name, { src }])),
    'alt-texts.txt': { text: files.map(({ name, alt }) => `${name}\n${alt}\n`).join('\n') },
    ...(existsSync(captions) ? { [basename(captions)]: { text: readFileSync(captions, 'utf8') } } : {}),
  };
}

function nameOf(version: Version, contents: Contents): string {
  const hash = createHash('sha256').update(JSON.stringify([RECIPE, contents, changed(version)])).digest('hex').slice(0, 16);
  return `${version.slug}-${version.lang}-${hash}.zip`;
}

function pack(path: string, client: string, version: Version, contents: Contents): void {
  const mtime = new Date(changed(version));
  const files: Zippable = Object.fromEntries(Object.entries(contents).map(([name, one]) => [name, ['src' in one ? readFileSync(join(client, one.src)) : new TextEncoder().encode(one.text), { mtime }]]));
  // Pictures are packed already.
  writeFileSync(`${path}.part`, zipSync(files, { level: 0 }));
  renameSync(`${path}.part`, path);
}

const changed = ({ updated, published }: Version) => updated ?? published;
