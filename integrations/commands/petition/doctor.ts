import { GoogleFault } from '../../google/google-fault.ts';
import { examine } from '../../petitions/doctor.ts';
import type { Finding } from '../../petitions/finding.ts';
import { openPetitionFile, petitionSlugs } from '../../petitions/petition-file.ts';
import { readArguments } from '../arguments.ts';
import { PROJECT, realGoogle, withGoogle, type GoogleWorld } from './google-of.ts';

const HELP = `npm run petition -- doctor           examines the forms of all petitions
npm run petition -- doctor <slug>    of one

Looks at the ids in petition.yml, the form’s questions and settings, whether everybody can fill it in, and its
confirmation. Nothing is sent to the form. Exit 1 when something is wrong; every fault has a line with its remedy.`;

/** `npm run petition -- doctor [slug]`. Exit 0 when all forms are well, 1 with a line for every fault, 2 for bad input. */
export async function doctor(args: string[], root = PROJECT, google: GoogleWorld = realGoogle()): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: {} });
  if (values.help) {
    google.print(HELP);
    return 0;
  }
  const files = await Promise.all((positionals.length > 0 ? positionals : petitionSlugs(root)).map((slug) => openPetitionFile(root, slug)));
  const forms = await withGoogle(async () => google.forms());
  const api = apiOrFault(google);
  let faults = 0;
  for (const { slug, path, fields, form } of files) {
    if (!form) {
      google.print(`${slug}: has no form; its signatures stay in the ledger.`);
      continue;
    }
    const found = await examine(form, fields, { api, forms });
    for (const finding of found) google.print(lineOf(path, finding));
    if (found.length === 0) google.print(`${slug}: the form is well.`);
    faults += found.length;
  }
  if (files.length === 0) google.print('There are no petitions yet.');
  return faults > 0 ? 1 : 0;
}

function apiOrFault(google: GoogleWorld) {
  try {
    return google.api('look');
  } catch (error) {
    if (error instanceof GoogleFault) return error;
    throw error;
  }
}

export const lineOf = (path: string, { field, wrong, remedy }: Finding): string => `${path}, ${field}: ${wrong} ${remedy}`;
