import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearest, type Fault } from '../../src/domain/fault.ts';
import { namesIn } from './content-folder.ts';

const FOLDERS = ['press', 'fact-checks', 'events', 'petitions', 'about', 'media', 'figures'];
const FILES = ['site.ts', 'published.txt', 'redirects.yml', 'README.md'];

/** Tells of everything in `content/` that no part of the site reads, so that no text waits there unseen. */
export async function checkShelf(root: string, faults: Fault[]): Promise<void> {
  const { folders, files } = await namesIn(root, 'content', faults);
  for (const name of folders.filter((folder) => ![...FOLDERS, ...FILES].includes(folder))) {
    const stories = holdsTexts(join(root, 'content', name));
    const meant = nearest(name.toLowerCase(), FOLDERS);
    faults.push({
      file: `content/${name}`, stops: stories ? 'story' : 'nothing', wrong: `The site knows no folder “${name}”${stories ? ', so the texts in it are not published' : ''}.`,
      remedy: meant ? `Did you mean content/${meant}?` : `Put it into one of ${FOLDERS.join(', ')}, or outside of content.`,
    });
  }
  for (const name of files.filter((file) => ![...FILES, ...FOLDERS].includes(file) && !file.endsWith('.part'))) {
    const meant = nearest(name.toLowerCase(), FILES);
    const text = !meant && /\.(md|mdx|markdown)$/i.test(name);
    const remedy = meant ? `Did you mean content/${meant}?` : text ? `Make a folder for it, like content/press/${name.replace(/\..*$/, '')}, and name the file after its language: index.nl.md` : 'Put pictures into content/media, and everything else outside of content.';
    faults.push({ file: `content/${name}`, stops: text ? 'story' : 'nothing', wrong: text ? 'This text stands outside a story’s folder.' : `The site knows no file “${name}” here.`, remedy });
  }
}

function holdsTexts(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.md'));
  } catch {
    // What cannot be looked into may hold texts.
    return true;
  }
}
