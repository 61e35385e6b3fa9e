import type { PetitionFacts } from './domain/petition-facts.ts';
import type { SigningFaults, SigningField, SigningWay } from './domain/signing.ts';
import type { Words } from './text/words.ts';

/** What the form is drawn from. */
export interface SigningForm {
  words: Words;
  /** Language of the page. */
  lang: string;
  facts: PetitionFacts;
  way: SigningWay;
  /** What was typed before, as it came; it is escaped here. */
  values?: Partial<Record<SigningField, string>> | undefined;
  /** What was wrong with it; see `signingFault` for the sentences. */
  faults?: SigningFaults | undefined;
  /** More hidden fields, by name, such as a token of the server. */
  hidden?: Record<string, string> | undefined;
}

/** The form stands in the built page between these, so that the server can put it there again with what was typed. */
export const FORM_START = '<!--form-->';
export const FORM_END = '<!--/form-->';
