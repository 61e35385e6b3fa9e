import type { Day } from '../../src/domain/instant.ts';
import { signingTimes, stateOf } from '../../src/domain/petition.ts';
import type { FormPetition } from './form-petition.ts';
import { petitionTerms } from './petition-list.ts';

/** Petitions with a form, and those whose `petition.yml` cannot be used; “npm run build” tells what is wrong with them. */
export interface FormPetitions {
  petitions: FormPetition[];
  unreadable: string[];
}

/** Reads every `petition.yml` for its form; `today` is a day of the organisation's calendar, in `timeZone`. */
export async function readFormPetitions(root: string, languages: readonly string[], today: Day, timeZone: string): Promise<FormPetitions> {
  const { petitions, faulty } = await petitionTerms(root, today);
  return {
    petitions: petitions.flatMap(({ slug, ...terms }) => {
      const { form, fields } = terms;
      return form ? [{ slug, form, fields, languages, open: stateOf({ draft: false, terms }, today) === 'open', closesAt: Date.parse(signingTimes(terms, timeZone).closesAt) }] : [];
    }),
    unreadable: faulty,
  };
}
