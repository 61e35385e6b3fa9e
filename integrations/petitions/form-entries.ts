import { entryOf, type FormQuestions, type PetitionForm } from '../../src/domain/petition.ts';
import type { Signing } from '../../src/domain/signature.ts';

/** What a question of the form gets: codes, never words that are translated. */
function answersFor(signing: Signing & { ref: string }): Record<keyof FormQuestions, string> {
  const { name, email, place, country, comment, lang, source, bucket, ref, version } = signing;
  return { name, email, place, country, comment, consent: 'yes', updates: signing.updates ? 'yes' : '', language: lang, source, bucket, ref, version };
}

/** A signature as the public form takes it; questions without an answer are left out, as Google’s own page does. */
export function entriesFor(form: PetitionForm, signing: Signing & { ref: string }): URLSearchParams {
  const entries = new URLSearchParams();
  const answers = answersFor(signing);
  for (const [question, id] of Object.entries(form.questions) as [keyof FormQuestions, string | undefined][]) {
    if (id && answers[question] !== '') entries.append(entryOf(id), answers[question]);
  }
  // Google’s page sends these two: the version of its protocol, and the pages that were seen.
  entries.append('fvv', '1');
  entries.append('pageHistory', '0');
  return entries;
}
