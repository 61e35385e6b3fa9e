import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slugRefusal } from '../../src/domain/slug.ts';
import { KINDS, SECTION_OF, type Kind } from '../../src/domain/story.ts';
import { site } from '../../src/site.ts';
import { clockFrom } from '../files/current-edition.ts';
import { Refusal } from '../refusal.ts';
import { readArguments } from './arguments.ts';
import { draftOf, termsDraft } from './new-draft.ts';

const HELP = `npm run new -- press|fact-check|petition|event <slug>    a story to fill in, in every language of the site
npm run new -- press <slug> --lang nl,ar                 only in these languages

The slug becomes the address: small letters, digits and hyphens, like free-internet-for-all.`;

/** `npm run new`: files that are ready to be filled in, marked as drafts. Nothing that exists is written over. */
export async function newStory(args: string[], root = fileURLToPath(new URL('../../', import.meta.url))): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, options: { lang: { type: 'string' } }, words: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [kind, slug, ...rest] = positionals;
  if (rest.length > 0) throw new Refusal(`“${rest.join(' ')}” does not belong here. Write several languages with commas and no blanks: --lang nl,ar.`, 2);
  if (!KINDS.includes(kind as Kind)) throw new Refusal(`“${kind ?? ''}” is not a kind of story. Choose: ${KINDS.join(', ')}.\n\n${HELP}`, 2);
  const refusal = slugRefusal(slug ?? '');
  if (slug === undefined || refusal) throw new Refusal(`${refusal?.wrong} ${refusal?.remedy}`, 2);
  const languages = values.lang === undefined ? site.languages : values.lang.split(',').map((lang) => lang.trim());
  const unknown = languages.find((lang) => !site.languages.includes(lang));
  if (unknown !== undefined) throw new Refusal(`“${unknown}” is not a language of this site. There are: ${site.languages.join(', ')}; more can be added in content/site.ts.`, 2);
  const folder = join('content', SECTION_OF[kind as Kind], slug);
  const files = languages.map((lang) => ({ lang, path: join(folder, `index.${lang}.md`) }));
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0) throw new Refusal(`${taken.map(({ path }) => path).join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already. Choose another slug, or name only the missing languages with --lang.`);
  await mkdir(join(root, folder), { recursive: true });
  const others = site.languages.filter((lang) => existsSync(join(root, folder, `index.${lang}.md`)));
  for (const [index, { lang, path }] of files.entries()) {
    const original = others.length === 0 && index === 0;
    await writeFile(join(root, path), draftOf(kind as Kind, lang, original, clockFrom(process.env), site.timeZone));
    console.log(path);
  }
  const terms = join(folder, 'petition.yml');
  if (kind === 'petition' && !existsSync(join(root, terms))) {
    await writeFile(join(root, terms), termsDraft(clockFrom(process.env), site.timeZone, languages));
    console.log(terms);
  }
  console.log('\nFill in the files, look at them with “npm run dev”, then take out the line “draft: true”.');
  return 0;
}
