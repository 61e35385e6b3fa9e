import type { PetitionForm } from '../../src/domain/petition.ts';

/** Something about a petition's form that would lose or refuse signatures. */
export interface Finding {
  /** Of `petition.yml`, e.g. `form.questions.email`. */
  field: string;
  /** What is wrong, a whole sentence. */
  wrong: string;
  /** What to do, a whole sentence. */
  remedy: string;
}

/** The form as `petition.yml` has it, with whatever mistakes. */
export type WrittenForm = Partial<Omit<PetitionForm, 'questions'>> & { questions: Record<string, string> };

/** What staff open to change a form; `root` is that of the public forms, `https://docs.google.com/forms` unless `GOOGLE_FORMS_URL` names another. */
export const editAddress = (id: string, root: string): string => `${root}/d/${id}/edit`;
