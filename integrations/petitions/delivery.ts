import type { PublicAnswer } from '../google/public-form.ts';
import { asksQuestions } from '../google/public-page.ts';

/**
 * How a form answered a signature. `delivered` is proven; `refused` concerns this signature; `closed` stops every signature of the form
 * until somebody mends it; `busy` stops all forms for a while. A reason is a sentence for staff and holds nothing of the signer.
 */
export type Delivery =
  | { is: 'delivered'; editable: boolean }
  | { is: 'refused' | 'closed'; reason: string }
  | { is: 'busy'; reason: string; wait: number | undefined };

const closed = (reason: string): Delivery => ({ is: 'closed', reason });

/**
 * Judges an answer. Anything but the form's own confirmation is not delivered: Google answers 200 also with the form itself, whose page
 * carries the confirmation's text as well, so that both is asked: the token is there, and no question is.
 */
export function deliveryOf({ status, location = '', wait, body }: PublicAnswer, token: string): Delivery {
  if (status === 429 || status >= 500 || /\/sorry\b/.test(location)) return { is: 'busy', reason: `Google wants a pause (answer ${status}).`, wait };
  if (status >= 300 && status < 400) {
    if (/\/closedform\b/.test(location)) return closed('The form takes no answers. Open it in Google Forms and switch “Accepting responses” on.');
    if (/ServiceLogin|accounts\.google|\/signin\b/i.test(location)) return closed(LOGIN);
    return closed(`The form sends elsewhere (answer ${status}). Check its public id in petition.yml.`);
  }
  if (status === 401 || status === 403) return closed(LOGIN);
  if (status === 404 || status === 410) return closed('There is no form with this public id. Check “form.public” in petition.yml.');
  if (status !== 200) return { is: 'refused', reason: `The form refuses this signature (answer ${status}): an answer is missing, or it is not one that the form allows.` };
  if (asksQuestions(body)) return { is: 'refused', reason: 'The form came back with its questions instead of the confirmation: an answer is missing, or it is not one that the form allows.' };
  if (!holdsToken(body, token)) return closed('The form answers without our confirmation token, so nothing proves that it took the signature. Put the token of petition.yml into the form’s confirmation message.');
  return { is: 'delivered', editable: /[?&;]edit2=/.test(body) };
}

const LOGIN = 'The form wants people to sign in to Google. Publish it for “Anyone with the link”, and switch off “Limit to 1 response”, verified addresses and file uploads.';

function holdsToken(body: string, token: string): boolean {
  return token !== '' && (body.includes(token) || body.includes(token.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')));
}
