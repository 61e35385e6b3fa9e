import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readPublicPage, type PublicPage } from '../../google/public-page.ts';
import { connectForm, formAddress } from '../../petitions/connect-form.ts';
import { newToken } from '../../petitions/create-form.ts';
import { tellEarlier } from '../../petitions/earlier-signatures.ts';
import { openPetitionFile, writeForm } from '../../petitions/petition-file.ts';
import { checkDoor, confirmationRemedy } from '../../petitions/publication-check.ts';
import { QUESTIONS, type QuestionName } from '../../petitions/question-words.ts';
import type { FormQuestions } from '../../../src/domain/petition.ts';
import { Refusal } from '../../refusal.ts';
import { readArguments } from '../arguments.ts';
import { PROJECT, realGoogle, withGoogle, type GoogleWorld } from './google-of.ts';

const HELP = `npm run petition -- connect <slug> <form address>        reads a public form and writes the ids of its questions into petition.yml
npm run petition -- connect <slug> <saved page.html>     from a page that you saved in a browser
npm run petition -- connect <slug> <…> --id <edit address>   adds the edit id, which a public page does not tell
npm run petition -- connect <slug> <…> --force           writes over ids that are there already

The form gets the signatures from then on. What was signed before counts and stays in the ledger: those people were not told of Google.`;

/** The largest saved page that is read, bytes. */
const LARGEST = 20_000_000;

/** `npm run petition -- connect <slug> <form address|saved page.html>`. Exit 0 when every needed question was placed, 1 otherwise, 2 for bad input. */
export async function connect(args: string[], root = PROJECT, google: GoogleWorld = realGoogle()): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { id: { type: 'string' }, force: { type: 'boolean' } } });
  if (values.help) {
    google.print(HELP);
    return 0;
  }
  const [slug, where, ...more] = positionals;
  if (!slug || !where || more.length > 0) throw new Refusal(`Say for which petition, and where its form is.\n\n${HELP}`, 2);
  const file = await openPetitionFile(root, slug);
  if (Object.keys(file.form?.questions ?? {}).length > 0 && !values.force) throw new Refusal(`${file.path} has the ids of a form already. Add --force to write over them.`);
  const editId = values.id === undefined ? undefined : formAddress(values.id)?.id;
  if (values.id !== undefined && !editId) throw new Refusal('--id needs the form’s edit address, …/forms/d/<id>/edit.', 2);
  const { page, publicId, id } = await withGoogle(() => readForm(where, google));
  const { questions, placed, unplaced, confirmation } = connectForm(page);
  for (const { name, title, id: question } of placed) google.print(`  ${name.padEnd(10)} ${question}  “${title}”`);
  for (const { title, row, kind, page: section } of unplaced) google.print(`  no place for “${title}”${row ? `, row “${row}”` : ''} (${kind}${page.pages > 1 ? `, section ${section}` : ''})`);
  const token = confirmation ?? file.form?.confirmation ?? newToken();
  await writeForm(root, file, { id: editId ?? id ?? file.form?.id, public: publicId ?? page.publicId, confirmation: token, questions: questions as unknown as FormQuestions });
  google.print(`\n${file.path} has the form now.`);
  const missing = (Object.keys(QUESTIONS) as QuestionName[]).filter((name) => !questions[name] && (['consent', 'ref'].includes(name) || file.fields.includes(name)));
  if (missing.length > 0) google.print(`Could not be placed: ${missing.join(', ')}. Add short-answer questions for them to the form (“${QUESTIONS[missing[0]!].titles['en']}”, for example), or write their ids by hand.`);
  if (!(editId ?? id ?? file.form?.id)) google.print('The form’s edit id is still missing: open the form in Google Forms, copy its address, and run this again with --force --id <address>.');
  if (!page.confirmation.includes(token)) google.print(`The confirmation message needs its token:\n  ${confirmationRemedy(editId ?? id ?? file.form?.id, token, google.forms().root)}`);
  google.print(`Then let the doctor look: npm run petition -- doctor ${slug}`);
  const earlier = await tellEarlier(slug, root, google.env);
  if (earlier) google.print(earlier);
  return missing.length > 0 ? 1 : 0;
}

/** A form from its address or a saved page. */
async function readForm(where: string, google: GoogleWorld): Promise<{ page: PublicPage; publicId?: string | undefined; id?: string | undefined }> {
  const path = resolve(where);
  const saved = await stat(path).catch(() => undefined);
  if (saved?.isFile()) {
    if (saved.size > LARGEST) throw new Refusal(`${where} has ${Math.round(saved.size / 1e6)} MB; the page of a form has less than 20 MB.`, 2);
    const page = readPublicPage(await readFile(path, 'utf8'));
    if (!page) throw new Refusal(`In ${where} we find no questions. Open the form’s public address in a private window, save it as a whole page, and try that.`);
    return { page };
  }
  const { public: publicId, id } = formAddress(where) ?? {};
  if (!publicId && !id) throw new Refusal(`“${where}” is neither a file nor the address of a Google Form, like https://docs.google.com/forms/d/e/1FAIpQL…/viewform. A short address (forms.gle) must be opened in a browser first.`, 2);
  const found = publicId ?? /\/d\/e\/([\w-]+)/.exec((await google.api('look').form(id!)).responderUri ?? '')?.[1];
  if (!found) throw new Refusal('Google does not tell the public address of this form. Copy it in its editor (“Copy responder link”) and use that.');
  const answer = await google.forms().page(found);
  const door = checkDoor(answer, undefined);
  if (door) throw new Refusal(`${door.wrong} ${door.remedy}`);
  const page = readPublicPage(answer.body);
  if (!page) throw new Refusal('On the form’s page we find no questions. Open it in a private window, save it as a whole page, and use the saved page.');
  return { page, publicId: found, id };
}
