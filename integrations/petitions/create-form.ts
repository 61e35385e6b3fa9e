import { randomBytes } from 'node:crypto';
import type { PetitionForm } from '../../src/domain/petition.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleForms } from '../google/google-forms.ts';
import { openToAll } from './publication-check.ts';
import { draftChanges, draftedQuestions } from './form-draft.ts';

/** What a new form is made from. */
export interface FormWish {
  title: string;
  description: string;
  /** Of its titles. */
  lang: string;
  fields: readonly string[];
}

/** Makes a form and fills it; it is not published yet. Rejects with a `GoogleFault`. */
export async function createForm(forms: GoogleForms, { title, description, lang, fields }: FormWish, token = newToken()): Promise<PetitionForm> {
  const empty = await forms.create(title);
  if (!empty.formId || !empty.revisionId) throw new GoogleFault('odd', 'Google made a form and did not tell its id. Look for it at https://docs.google.com/forms and delete it, then try again.');
  const full = await forms.change(empty.formId, empty.revisionId, draftChanges(fields, lang, description));
  const questions = draftedQuestions(fields, full);
  const publicId = /\/d\/e\/([\w-]+)/.exec(full.responderUri ?? empty.responderUri ?? '')?.[1];
  if (!questions || !publicId) throw new GoogleFault('odd', `Google made the form ${empty.formId}, but not as it was asked to. Look at it in Google Forms, delete it, and try again.`);
  return { id: empty.formId, public: publicId, confirmation: token, questions };
}

/**
 * Opens a form to everybody: since June 2026 forms of the API begin unpublished, and a published one still asks people to sign in
 * until everybody has the permission to read its published view. An editor is somebody who may change the form by hand.
 */
export async function openForm(forms: GoogleForms, id: string, editor?: string): Promise<void> {
  await forms.publish(id);
  if (!openToAll(await forms.permissions(id))) await forms.permit(id, { type: 'anyone', role: 'reader', view: 'published' });
  if (editor) await forms.permit(id, { type: 'user', role: 'writer', emailAddress: editor });
}

/** A word that stands in no other text: `OK-` and eight hex digits. */
export const newToken = (bytes: Buffer = randomBytes(4)): string => `OK-${bytes.toString('hex')}`;
