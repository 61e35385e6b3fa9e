import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { site } from '../../../src/site.ts';
import { isUntouched, untouchedPlaces } from '../../files/untouched.ts';
import { readStoryFile, readYaml } from '../../files/written-file.ts';
import { createForm, openForm } from '../../petitions/create-form.ts';
import { tellEarlier } from '../../petitions/earlier-signatures.ts';
import { editAddress } from '../../petitions/finding.ts';
import { openPetitionFile, writeForm, type PetitionFile } from '../../petitions/petition-file.ts';
import { confirmationRemedy } from '../../petitions/publication-check.ts';
import { Refusal } from '../../refusal.ts';
import { readArguments } from '../arguments.ts';
import { PROJECT, realGoogle, withGoogle, type GoogleWorld } from './google-of.ts';

const HELP = `npm run petition -- create <slug>                       makes the Google Form, publishes it, writes its ids into petition.yml
npm run petition -- create <slug> --editor you@example.org   lets somebody change the form; needed with a service account
npm run petition -- create <slug> --publish             only publishes the form that petition.yml names

The form gets the signatures from then on. What was signed before counts and stays in the ledger: those people were not told of Google.`;

/** `npm run petition -- create <slug>`. Exit 0 when the form is there, 1 when Google did not do it, 2 for bad input. */
export async function create(args: string[], root = PROJECT, google: GoogleWorld = realGoogle()): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { editor: { type: 'string' }, publish: { type: 'boolean' } } });
  if (values.help) {
    google.print(HELP);
    return 0;
  }
  if (positionals.length !== 1) throw new Refusal(`Say for which petition.\n\n${HELP}`, 2);
  const editor = values.editor?.trim();
  if (editor !== undefined && !/^[^\s@]+@[^\s@]+$/.test(editor)) throw new Refusal('--editor needs the mail address of a Google account.', 2);
  const file = await openPetitionFile(root, positionals[0]!);
  if (file.form?.id && !values.publish) throw new Refusal(`${file.path} names a form already. Look at it with “npm run petition -- doctor ${file.slug}”, or take its “form” out to begin anew.`);
  if (values.publish && !file.form?.id) throw new Refusal(`${file.path} names no form yet. Leave --publish out to make one.`);
  // With a key file the form belongs to a machine, and no person could write the confirmation message.
  if (!values.publish && !editor && google.env['GOOGLE_APPLICATION_CREDENTIALS']) throw new Refusal('A form of a service account can be opened by nobody else. Say who may change it: --editor you@example.org', 2);
  if (!values.publish) refuseUntouched(file);
  await withGoogle(async () => {
    const forms = google.api('make');
    let id = file.form?.id;
    let token = file.form?.confirmation ?? '';
    if (!values.publish) {
      const { title, summary, lang } = await titleOf(root, file.slug);
      const form = await createForm(forms, { title, description: summary, lang, fields: file.fields });
      // Written down before it is published, so that the form is not lost when that fails.
      await writeForm(root, file, form);
      google.print(`The form is made, and its ids are in ${file.path}.`);
      [id, token] = [form.id, form.confirmation];
    }
    await openForm(forms, id!, editor).catch((error: Error) => {
      throw new Refusal(`The form ${editAddress(id!, google.forms().root)} could not be published. ${error.message}\nThen run “npm run petition -- create ${file.slug} --publish${editor ? ` --editor ${editor}` : ''}”.`);
    });
    google.print(`It is published for everybody.\n\nOne step is left to you, since Google lets no program do it:\n  ${confirmationRemedy(id, token, google.forms().root)}\n\nThen let the doctor look: npm run petition -- doctor ${file.slug}`);
  });
  const earlier = await tellEarlier(file.slug, root, google.env);
  if (earlier) google.print(`\n${earlier}`);
  return 0;
}

/** Everybody can see the form, so none is made of a template. */
function refuseUntouched({ path, text }: PetitionFile): void {
  const written = readYaml(path, text);
  const [first] = Array.isArray(written) ? written : untouchedPlaces(written, (written.fields ?? {}) as object);
  if (first) throw new Refusal(`${path}, line ${first.line}: ${first.wrong} Write the petition first: everybody can see its form, which takes title and text from there.`);
}

/** The petition's title in the first language of the site that it has. */
async function titleOf(root: string, slug: string): Promise<{ title: string; summary: string; lang: string }> {
  for (const lang of site.languages) {
    const path = `content/petitions/${slug}/index.${lang}.md`;
    if (!existsSync(join(root, path))) continue;
    const story = readStoryFile(path, (await readFile(join(root, path), 'utf8')).replace(/\r\n?/g, '\n'));
    const { title, summary } = (Array.isArray(story) ? {} : story.fields) as { title?: unknown; summary?: unknown };
    if (typeof title === 'string' && title.trim() && !isUntouched(title)) return { title: oneLine(title), summary: typeof summary === 'string' && !isUntouched(summary) ? oneLine(summary) : '', lang };
  }
  throw new Refusal(`content/petitions/${slug} has no text with a title yet. Write one; it becomes the title of the form.`);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
