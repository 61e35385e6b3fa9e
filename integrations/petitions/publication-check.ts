import type { GoogleForm, GooglePermission } from '../google/google-forms.ts';
import type { PublicAnswer } from '../google/public-form.ts';
import type { PublicPage } from '../google/public-page.ts';
import { editAddress, type Finding, type WrittenForm } from './finding.ts';

/** What is wrong with the settings of a form that the API tells; `root` is that of the public forms. */
export function checkSettings(form: WrittenForm, { publishSettings, responderUri }: GoogleForm, root: string): Finding[] {
  const found: Finding[] = [];
  const own = /\/d\/e\/([\w-]+)/.exec(responderUri ?? '')?.[1];
  if (own && form.public && own !== form.public) found.push({ field: 'form.public', wrong: 'This public id belongs to another form than “form.id”.', remedy: `Write ${own}.` });
  // Forms made before publishing was a step of its own have no such state.
  const state = publishSettings?.publishState;
  if (state?.isPublished === false) found.push({ field: 'form', wrong: 'The form is not published.', remedy: `Open ${editAddress(form.id ?? '<id>', root)} and press “Publish”, for “Anyone with the link”.` });
  else if (state?.isAcceptingResponses === false) found.push({ field: 'form', wrong: 'The form does not accept responses.', remedy: 'Switch “Accepting responses” on under its tab “Responses”.' });
  return found;
}

/** Whether everybody may fill in a form, by its permissions. */
export const openToAll = (permissions: readonly GooglePermission[]): boolean => permissions.some(({ type, view }) => type === 'anyone' && view === 'published');

/** What a visitor without an account meets instead of the form; nothing when it is there. `permissions` are known when Google told us. */
export function checkDoor({ status, location = '' }: PublicAnswer, permissions: readonly GooglePermission[] | undefined): Finding | undefined {
  if (status === 200) return undefined;
  if (/\/closedform\b/.test(location)) return { field: 'form', wrong: 'People find the form closed.', remedy: 'Switch “Accepting responses” on under its tab “Responses”.' };
  if (status === 401 || status === 403 || /ServiceLogin|accounts\.google|\/signin\b/i.test(location)) {
    if (permissions && !openToAll(permissions)) return { field: 'form', wrong: 'The form is published, but not for everybody: people are asked to sign in.', remedy: 'Press “Publish” in its editor and choose “Anyone with the link” under “Responders”.' };
    return { field: 'form', wrong: 'People are asked to sign in to Google before they see the form.', remedy: 'Switch “Limit to 1 response” off in its settings, and under “Publish” choose “Anyone with the link” for responders.' };
  }
  if (status === 404 || status === 410) return { field: 'form.public', wrong: 'There is no public form with this id, or it is not published.', remedy: 'Copy its public address again (“Copy responder link”), and write the word after /d/e/ here.' };
  return { field: 'form.public', wrong: `The public form answers with ${status} instead of its page.`, remedy: 'Open its public address in a private window and see what it says; then try again.' };
}

/** What is wrong with the form as its public page shows it. */
export function checkPage(form: WrittenForm, page: PublicPage | undefined, root: string): Finding[] {
  if (!page) return [{ field: 'form.public', wrong: 'The public page shows no questions that we can find.', remedy: 'Open its public address in a private window; if it looks right, save the page and run “npm run petition -- connect <slug> <saved page>”.' }];
  const found: Finding[] = [];
  if (form.confirmation && !page.confirmation.includes(form.confirmation)) {
    const now = page.confirmation ? `says “${page.confirmation.slice(0, 80)}”` : 'is Google’s own';
    found.push({ field: 'form.confirmation', wrong: `The form’s confirmation message ${now} and does not hold ${form.confirmation}, so that no signature could be proven.`, remedy: confirmationRemedy(form.id, form.confirmation, root) });
  }
  if (page.receipts) found.push({ field: 'form', wrong: 'The form offers to send people a copy of their answers, which asks them for more than a signature.', remedy: 'Set “Send responders a copy of their response” to “Off” in its settings.' });
  return found;
}

/** Where a person has to put the token: Google's API cannot set this message. */
export function confirmationRemedy(id: string | undefined, token: string, root: string): string {
  return `Open ${editAddress(id ?? '<id>', root)}, go to Settings → Presentation → Confirmation message → Edit, and write for example: Thank you. ${token}`;
}
