import { zipSync, type Zippable } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textAddress, zipAddress } from '../../src/domain/address.ts';
import { storiesOfKind, type Newsroom } from '../../src/domain/newsroom.ts';
import type { Picture } from '../../src/domain/picture.ts';
import type { PressRelease } from '../../src/domain/story.ts';

/** Packs for each release, in each of its languages, the text and the pictures with their credits. */
export function writePressZips(client: string, newsroom: Newsroom, pictures: readonly Picture[]): void {
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  for (const story of storiesOfKind(newsroom, 'press')) {
    for (const release of story.versions as PressRelease[]) {
      if (release.withdrawn) continue;
      const offered = release.media.map((name) => byName.get(name)).filter((picture) => picture !== undefined);
      const mtime = new Date(release.updated ?? release.published);
      const files: Zippable = { [`${release.slug}-${release.lang}.txt`]: [readFileSync(join(client, textAddress(release.lang, release.slug))), { mtime }] };
      for (const picture of offered) {
        files[`${picture.name.replace(/\.[^.]+$/, '')}.jpg`] = [readFileSync(join(client, picture.full.src)), { mtime }];
      }
      if (offered.length > 0) files['credits.txt'] = [new TextEncoder().encode(offered.map((picture) => creditLine(picture, release.lang)).join('\n\n') + '\n'), { mtime }];
      // Pictures are compressed already, and packing 3 KB of text would cost more than all else here.
      writeFileSync(join(client, zipAddress(release.lang, release.slug)), zipSync(files, { level: 0 }));
    }
  }
}

function creditLine(picture: Picture, lang: string): string {
  return [picture.name, picture.caption?.[lang], picture.alt[lang], `${picture.credit}, ${picture.licence}`].filter(Boolean).join('\n');
}
