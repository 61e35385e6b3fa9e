import type { Day } from '../../src/domain/instant.ts';
import { termsSchema } from '../../src/schemas/petition-terms.ts';
import type { FormPetition } from './form-petition.ts';
import { openPetitionFile, petitionSlugs } from './petition-file.ts';

/** Petitions with a form, and those whose `petition.yml` cannot be used; “npm run build” tells what is wrong with them. */
export interface FormPetitions {
  petitions: FormPetition[];
  unreadable: string[];
}

/** Reads every `petition.yml` for its form; `today` is a day of the organisation's calendar. */
export async function readFormPetitions(root: string, languages: readonly string[], today: Day): Promise<FormPetitions> {
  const found: FormPetitions = { petitions: [], unreadable: [] };
  const schema = termsSchema(today);
  for (const slug of petitionSlugs(root)) {
    const file = await openPetitionFile(root, slug).catch(() => undefined);
    const { data: terms } = schema.safeParse(file?.document.toJS({ maxAliasCount: 0 }));
    if (!terms) found.unreadable.push(slug);
    else if (terms.form) found.petitions.push({ slug, form: terms.form, fields: terms.fields, languages, open: !terms.paused && terms.opens <= today && today <= terms.closes && terms.delivered === undefined });
  }
  return found;
}
