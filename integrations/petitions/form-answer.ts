import type { FormQuestions, PetitionForm } from '../../src/domain/petition.ts';
import type { Signing } from '../../src/domain/signature.ts';
import { oneLine, severalLines } from '../../src/domain/signer-name.ts';
import { readSigning, SIGNING_ROOM } from '../../src/domain/signing.ts';
import { suspicionOf, SUSPECT_FROM } from '../../src/domain/suspicion.ts';
import type { KeyedHashes } from '../../src/server/keyed-hash.ts';
import type { GoogleResponse } from '../google/google-forms.ts';
import type { FormResponse } from '../store/ledger.ts';
import type { FormPetition } from './form-petition.ts';

/** Why a form’s own answer is not counted that was given after the petition closed; a form stays open until somebody closes it. */
export const TOO_LATE = 'after-closing';

/** The fields of the signing form by the form's questions; all others have the same name. */
const FIELD_OF: Partial<Record<keyof FormQuestions, string>> = { language: 'lang' };

/**
 * An answer of the form as the ledger takes it; undefined for a row without an id. What the page would have refused (no name, no
 * consent, an address that is none, or too late) is entered all the same, so that nothing vanishes, with reasons that keep it from being counted.
 * A signature of our page that reaches the form after closing is known by its `ref`, and none of this concerns it.
 */
export function formAnswer(row: GoogleResponse, { slug, form, fields, languages, closesAt = Infinity }: FormPetition, hashes: KeyedHashes): FormResponse | undefined {
  const at = Date.parse(row.lastSubmittedTime ?? row.createTime ?? '');
  // Who edits an answer later has signed before.
  const late = at >= closesAt && !(Date.parse(row.createTime ?? '') < closesAt);
  if (!row.responseId || Number.isNaN(at)) return undefined;
  const typed: Record<string, string> = {};
  for (const { field, id } of questionsOf(form)) {
    const value = row.answers?.[id]?.textAnswers?.answers?.[0]?.value;
    if (value) typed[field] = value;
  }
  typed['consent'] = yes(typed['consent']);
  typed['updates'] = yes(typed['updates']);
  const version = /^[\da-f]{8}$/.exec(typed['version'] ?? '')?.[0] ?? '';
  const read = readSigning(typed, { fields, languages, version });
  const signing = 'signing' in read ? read.signing : asWritten(typed, languages, version);
  const { score, reasons } = suspicionOf(signing, { bait: false });
  const lacking = [...('faults' in read ? Object.entries(read.faults).map(([field, fault]) => `${field}-${fault}`) : []), ...(late ? [TOO_LATE] : [])];
  return {
    responseId: row.responseId,
    at,
    ref: 'ref' in read ? read.ref : REF.exec(typed['ref']?.trim().toLowerCase() ?? '')?.[0],
    signature: {
      ...signing, person: hashes.person(slug, signing.email), namesake: hashes.namesake(slug, signing.name), network: '',
      score: lacking.length > 0 ? Math.max(score, SUSPECT_FROM) : score, reasons: [...lacking, ...reasons],
    },
  };
}

const QUESTIONS = new WeakMap<PetitionForm, { field: string; id: string }[]>();

/** The fields of a form and Google's ids of their questions, eight digits each. A million rows ask for them. */
function questionsOf(form: PetitionForm): { field: string; id: string }[] {
  let questions = QUESTIONS.get(form);
  if (!questions) {
    questions = (Object.entries(form.questions) as [keyof FormQuestions, string | undefined][]).flatMap(([question, id]) => (id ? [{ field: FIELD_OF[question] ?? question, id: id.toLowerCase().padStart(8, '0') }] : []));
    QUESTIONS.set(form, questions);
  }
  return questions;
}

const REF = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** People who fill in the form itself write their “yes” as they like, or tick a box that says it in their language. */
const YES = /^\s*(?:yes|ja|evet|نعم|так|بله|بلی|እወ|oui|sí|si|1|true|ok|x)(?![\p{L}\p{M}])/iu;
const yes = (written: string | undefined): string => (written === 'yes' || (written !== undefined && YES.test(written)) ? 'yes' : '');

function asWritten(typed: Readonly<Record<string, string>>, languages: readonly string[], version: string): Signing {
  const line = (field: 'name' | 'email' | 'place' | 'country') => oneLine(typed[field]).slice(0, SIGNING_ROOM[field]);
  return {
    name: line('name'), email: line('email'), place: line('place'), country: line('country'), comment: severalLines(typed['comment']).slice(0, SIGNING_ROOM.comment), updates: typed['updates'] === 'yes',
    lang: languages.find((lang) => lang === typed['lang']) ?? languages[0] ?? '', source: '', bucket: '', version,
  };
}
