import { randomFrom, type Random } from '../../random.ts';
import type { GoogleForm, GooglePermission, GoogleResponse } from '../google-forms.ts';

/** Answers by number, so that a million need not be held. */
export interface Rows {
  readonly length: number;
  at(index: number): GoogleResponse;
}

/** A form of the stand-in: what the API shows, and what only people in the editor can set. */
export interface StandInForm {
  form: GoogleForm & { formId: string; items: NonNullable<GoogleForm['items']> };
  publicId: string;
  permissions: GooglePermission[];
  /** Shown after sending; the API can neither read nor set it. */
  confirmation: string;
  /** “Limit to 1 response”, which makes people sign in. */
  oneResponse: boolean;
  /** “Allow response editing”, and “Send responders a copy”. */
  editable: boolean;
  receipts: boolean;
  /** Whether the account of the API may see it. */
  shared: boolean;
  rows: GoogleResponse[];
  /** Listed instead of `rows`. */
  source?: Rows | undefined;
}

/** All forms and sheets of a stand-in, the same for the same seed. */
export interface FormBook {
  forms: Map<string, StandInForm>;
  /** Cells by spreadsheet id. */
  sheets: Map<string, { rows: number; columns: number }[]>;
  /** The API is switched off in the project. */
  off: boolean;
  random: Random;
  now: () => number;
  byPublicId(publicId: string): StandInForm | undefined;
  create(title: string, documentTitle?: string): StandInForm;
  /** Eight hex digits, as Google’s ids of items and questions. */
  newId(): string;
  /** Takes an answer down; question ids with their values. */
  take(entry: StandInForm, answers: Readonly<Record<string, string[]>>): GoogleResponse;
}

export const DEFAULT_CONFIRMATION = 'Your response has been recorded.';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function formBook(seed: number, now: () => number = Date.now): FormBook {
  const random = randomFrom(seed);
  const word = (length: number) => Array.from({ length }, () => LETTERS[random(64)]).join('');
  const forms = new Map<string, StandInForm>();
  // Google’s numbers are positive and have 31 bits.
  const newId = () => (1 + random(0x7ffffffe)).toString(16).padStart(8, '0');
  return {
    forms, sheets: new Map(), off: false, random, now, newId,
    byPublicId: (publicId) => [...forms.values()].find((entry) => entry.publicId === publicId),
    create(title, documentTitle = 'Untitled form') {
      const [formId, publicId] = [`1${word(43)}`, `1FAIpQL${word(49)}`];
      const entry: StandInForm = {
        publicId, permissions: [], confirmation: '', oneResponse: false, editable: false, receipts: false, shared: true, rows: [],
        form: {
          formId, info: { title, documentTitle }, items: [], revisionId: word(8), settings: { emailCollectionType: 'DO_NOT_COLLECT' },
          responderUri: `https://docs.google.com/forms/d/e/${publicId}/viewform`, publishSettings: { publishState: { isPublished: false, isAcceptingResponses: false } },
        },
      };
      forms.set(formId, entry);
      return entry;
    },
    take(entry, answers) {
      const at = new Date(now()).toISOString();
      const row: GoogleResponse = {
        responseId: `ACYDBN${word(40)}`, createTime: at, lastSubmittedTime: at,
        answers: Object.fromEntries(Object.entries(answers).map(([questionId, values]) => [questionId, { questionId, textAnswers: { answers: values.map((value) => ({ value })) } }])),
      };
      entry.rows.push(row);
      return row;
    },
  };
}
