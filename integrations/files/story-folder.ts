import type { Fault } from '../../src/domain/fault.ts';
import { slugRefusal } from '../../src/domain/slug.ts';
import { KINDS, SECTION_OF, type Kind } from '../../src/domain/story.ts';
import { namesIn } from './content-folder.ts';
import { languageOfFile } from './language-of-file.ts';

export interface StoryFile {
  kind: Kind;
  slug: string;
  lang: string;
  path: string;
}

/** Finds the files of all stories; everything that stands in the wrong place gets a sentence. */
export async function findStoryFiles(root: string, languages: readonly string[], faults: Fault[]): Promise<StoryFile[]> {
  const found: StoryFile[] = [];
  for (const kind of KINDS) {
    const section = `content/${SECTION_OF[kind]}`;
    const { folders, files } = await namesIn(root, section, faults);
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      faults.push({ file: `${section}/${file}`, stops: 'story', wrong: 'This text stands outside a story’s folder.', remedy: `Make a folder for it: ${section}/${file.replace(/(\..*)?\.md$/, '')}/index.${languages[0]}.md` });
    }
    for (const slug of folders) found.push(...(await filesOfStory(root, kind, section, slug, languages, faults)));
  }
  return found;
}

async function filesOfStory(root: string, kind: Kind, section: string, slug: string, languages: readonly string[], faults: Fault[]): Promise<StoryFile[]> {
  const folder = `${section}/${slug}`;
  const refusal = slugRefusal(slug);
  if (refusal) {
    faults.push({ file: folder, stops: 'story', ...refusal });
    return [];
  }
  const { files, folders } = await namesIn(root, folder, faults);
  const versions: StoryFile[] = [];
  for (const name of files) {
    const path = `${folder}/${name}`;
    const lang = languageOfFile(path, languages, faults);
    if (lang !== undefined) versions.push({ kind, slug, lang, path });
  }
  if (versions.length === 0 && files.length + folders.length > 0 && !faults.some((fault) => fault.file.startsWith(`${folder}/`))) {
    faults.push({ file: folder, stops: 'story', wrong: 'There is no text in this folder.', remedy: `Write index.${languages[0]}.md, or delete the folder.` });
  }
  return versions;
}
