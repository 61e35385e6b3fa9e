import type { Fault } from '../../src/domain/fault.ts';
import { KINDS, SECTION_OF, type Kind } from '../../src/domain/story.ts';
import { namesIn } from './content-folder.ts';

export interface StoryFile {
  kind: Kind;
  slug: string;
  lang: string;
  path: string;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Words that already are addresses inside a section. */
const TAKEN = ['page', 'feed', 'atom', 'kit', 'desk'];

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
  if (!SLUG.test(slug) || TAKEN.includes(slug)) {
    faults.push({ file: folder, stops: 'story', wrong: `“${slug}” cannot be part of an address.`, remedy: 'Use small letters a to z, digits and single hyphens, like free-internet-for-all.' });
    return [];
  }
  const { files, folders } = await namesIn(root, folder, faults);
  const versions: StoryFile[] = [];
  for (const name of files) {
    const path = `${folder}/${name}`;
    const lang = /^index\.(.+)\.md$/.exec(name)?.[1];
    const meant = lang && languages.find((known) => known.toLowerCase() === lang.toLowerCase());
    if (lang && languages.includes(lang)) versions.push({ kind, slug, lang, path });
    else if (meant) {
      faults.push({ file: path, stops: 'story', wrong: 'Two files would get the same address, or nearly so.', remedy: `Write the language like in content/site.ts, index.${meant}.md, and keep only one such file.` });
    } else if (lang) {
      faults.push({ file: path, stops: 'story', wrong: `“${lang}” is not a language of this site.`, remedy: `Name the file after one of ${languages.join(', ')}, or add the language to content/site.ts.` });
    } else if (/\.(md|mdx|markdown|txt|docx?)$/i.test(name)) {
      faults.push({ file: path, stops: 'story', wrong: 'The file’s name does not say its language.', remedy: `Name it index.${languages[0]}.md, or whichever language it is in.` });
    }
  }
  if (versions.length === 0 && files.length + folders.length > 0 && !faults.some((fault) => fault.file.startsWith(`${folder}/`))) {
    faults.push({ file: folder, stops: 'story', wrong: 'There is no text in this folder.', remedy: `Write index.${languages[0]}.md, or delete the folder.` });
  }
  return versions;
}
