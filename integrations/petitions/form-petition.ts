import type { PetitionForm, PetitionTerms } from '../../src/domain/petition.ts';

/** A petition whose signatures a form collects, as relay and sync need it. */
export interface FormPetition {
  slug: string;
  form: PetitionForm;
  fields: PetitionTerms['fields'];
  /** In which it can be signed, the first being the default. */
  languages: readonly string[];
  /** Whether it still takes signatures; the answers of others are only compared. */
  open: boolean;
  /** From when on the form’s own answers come too late to count, milliseconds since 1970. */
  closesAt?: number | undefined;
}
