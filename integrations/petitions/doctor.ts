import { shapeOfForm, shapeOfPage } from '../google/form-shape.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleForm, GoogleForms, GooglePermission } from '../google/google-forms.ts';
import type { PublicAnswer, PublicForms } from '../google/public-form.ts';
import { readPublicPage } from '../google/public-page.ts';
import type { Finding, WrittenForm } from './finding.ts';
import { checkMapping } from './mapping-check.ts';
import { checkDoor, checkPage, checkSettings } from './publication-check.ts';
import { checkQuestions } from './question-check.ts';

/** Google's bound for a spreadsheet, and the part of it from which we warn. */
const [MOST_CELLS, WARN] = [10_000_000, 0.7];

/** Google as the doctor sees it; the API may be out of reach for want of credentials. */
export interface DoctorWorld {
  api: GoogleForms | GoogleFault;
  forms: PublicForms;
}

/**
 * Examines a petition's form: the ids in `petition.yml`, the questions, the settings, whether everybody may fill it in, the confirmation, and the room left
 * in a linked sheet. Nothing is sent to the form. Empty when all is well.
 */
export async function examine(form: WrittenForm, fields: readonly string[], { api, forms }: DoctorWorld): Promise<Finding[]> {
  const found = checkMapping(form, fields);
  const known = form.id && !found.some(({ field }) => field === 'form.id') ? await tried(async () => (api instanceof GoogleFault ? Promise.reject(api) : api.form(form.id!))) : undefined;
  if (known instanceof GoogleFault) found.push(findingOf(known));
  const told: GoogleForm | undefined = known instanceof GoogleFault ? undefined : known;
  const ofForm = told ? [...checkSettings(form, told, forms.root), ...checkQuestions(form, shapeOfForm(told))] : [];
  found.push(...ofForm);
  if (told?.linkedSheetId && !(api instanceof GoogleFault)) found.push(...(await checkSheet(api, told.linkedSheetId)));
  const otherForm = found.some(({ field }) => field === 'form.public');
  if (form.public && !otherForm) found.push(...(await checkPublic(form, told, api, forms, ofForm)));
  return found;
}

async function checkPublic(form: WrittenForm, told: GoogleForm | undefined, api: GoogleForms | GoogleFault, forms: PublicForms, before: readonly Finding[]): Promise<Finding[]> {
  const answer = await tried<PublicAnswer>(() => forms.page(form.public!));
  if (answer instanceof GoogleFault) return [{ field: 'form.public', wrong: answer.message.replace(/ Check .*/, ''), remedy: 'Check the connection of this machine and GOOGLE_FORMS_URL, then try again.' }];
  if (answer.status !== 200) {
    // What the API has told explains the closed door already.
    if (before.some(({ field }) => field === 'form')) return [];
    const permissions = told && !(api instanceof GoogleFault) ? await tried<GooglePermission[]>(() => api.permissions(form.id!)) : undefined;
    return [checkDoor(answer, permissions instanceof GoogleFault ? undefined : permissions)!];
  }
  const page = readPublicPage(answer.body);
  return [...(page && !told ? checkQuestions(form, shapeOfPage(page)) : []), ...checkPage(form, page, forms.root)];
}

async function checkSheet(api: GoogleForms, sheet: string): Promise<Finding[]> {
  const cells = await tried(() => api.cells(sheet));
  if (cells instanceof GoogleFault) return cells.passes ? [] : [{ field: 'form', wrong: 'The form fills a spreadsheet that we may not look at, so that nobody notices when it is full.', remedy: 'Share the sheet with the account in GOOGLE_APPLICATION_CREDENTIALS, or unlink it; signatures are read without it.' }];
  if (cells < MOST_CELLS * WARN) return [];
  return [{ field: 'form', wrong: `The linked spreadsheet has ${Math.round((100 * cells) / MOST_CELLS)} % of the 10 million cells that Google allows.`, remedy: 'Unlink the sheet under the form’s tab “Responses”; signatures are read without it.' }];
}

async function tried<T>(call: () => Promise<T>): Promise<T | GoogleFault> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof GoogleFault) return error;
    throw error;
  }
}

/** A fault of Google is told in two sentences: what is wrong, what to do. */
function findingOf({ message, trouble }: GoogleFault): Finding {
  const [, wrong = message, remedy = ''] = /^(.*?[.:](?= )) (.*)$/s.exec(message) ?? [];
  return { field: ['missing', 'forbidden'].includes(trouble) ? 'form.id' : 'form', wrong, remedy };
}
