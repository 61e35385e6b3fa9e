import type { Day, Instant } from './instant.ts';

/** Where a petition's questions stand at the form: the API's ids, eight hex digits; a public entry has the same number in decimal. */
export interface FormQuestions {
  name: string;
  email: string;
  place?: string | undefined;
  country?: string | undefined;
  comment?: string | undefined;
  consent: string;
  updates?: string | undefined;
  language?: string | undefined;
  source?: string | undefined;
  bucket?: string | undefined;
  ref: string;
  version?: string | undefined;
}

/** The form that collects signatures. */
export interface PetitionForm {
  /** Edit id, for the API. */
  id: string;
  /** Public id, for people. */
  public: string;
  /** A token in the form's own confirmation message. */
  confirmation: string;
  questions: FormQuestions;
}

/** What is the same in every language: `content/petitions/<slug>/petition.yml`. */
export interface PetitionTerms {
  target: string;
  opens: Day;
  closes: Day;
  paused: boolean;
  milestones?: number[] | undefined;
  /** Asked besides the address and the name. */
  fields: ('name' | 'email' | 'place' | 'country' | 'comment')[];
  /** Months after closing until signatures are anonymised. */
  retention: number;
  offline: { date: Day; count: number; note: string }[];
  delivered?: Day | undefined;
  form?: PetitionForm | undefined;
}

export type PetitionState = 'draft' | 'open' | 'paused' | 'closed' | 'delivered' | 'answered';

export interface PetitionUpdate {
  at: Instant;
  text: string;
}

/** What the target said. */
export interface PetitionAnswer {
  at: Instant;
  by: string;
  text: string;
  url?: string | undefined;
}
