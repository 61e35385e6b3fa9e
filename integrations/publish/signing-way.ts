import type { SigningWay } from '../../src/domain/signing.ts';
import { Refusal } from '../refusal.ts';

/** Where Google keeps public forms. */
const FORMS = 'https://docs.google.com/forms';

/** Where the site's forms are sent. `GOOGLE_FORMS_URL` names another root of public forms, for tests; one that is none is refused. */
export function signingWay(hosting: 'server' | 'static', environment: NodeJS.ProcessEnv = process.env): SigningWay {
  if (hosting === 'server') return { hosting };
  const address = environment['GOOGLE_FORMS_URL']?.trim() || FORMS;
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.search || url.hash) throw new Refusal(`GOOGLE_FORMS_URL is “${address}”; write the root of the public forms, like ${FORMS}.`, 2);
  return { hosting, forms: url.href.replace(/\/$/, '') };
}
