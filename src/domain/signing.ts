import { readMailAddress } from './mail-address.ts';
import { hasHiddenSigns, nameFault, oneLine, severalLines, tooLong } from './signer-name.ts';
import type { PetitionTerms } from './petition.ts';
import type { Signing } from './signature.ts';

/** What a supporter fills in, by the names of the form's fields. */
export const SIGNING_FIELDS = ['name', 'email', 'place', 'country', 'comment', 'consent'] as const;
export type SigningField = (typeof SIGNING_FIELDS)[number];

/** What can be wrong with a field; the words for each stand in `src/text`. */
export const SIGNING_FAULTS = ['name-missing', 'name-without-letters', 'name-like-link', 'name-like-formula', 'email-missing', 'email-invalid', 'consent-missing', 'too-long', 'odd-signs'] as const;
export type SigningFault = (typeof SIGNING_FAULTS)[number];
export type SigningFaults = Partial<Record<SigningField, SigningFault>>;

/** Most letters, as people count them, a field may have. */
export const LONGEST_FIELD = { name: 100, email: 254, place: 100, country: 60, comment: 500 } as const;

/** What a petition asks for, and in which languages it can be signed; `version` is that of the text on the page. */
export interface SigningAsked {
  fields: PetitionTerms['fields'];
  languages: readonly string[];
  version: string;
}

/** What came in. `ref` is missing when none or a false one was sent; `bait` tells that the field people cannot see was filled in. */
export interface ReadSigning {
  signing: Signing;
  ref?: string | undefined;
  bait: boolean;
}

/**
 * Reads a filled-in form; every fault beside its field, in the form's order. Place, country and comment may stay empty:
 * whatever is not needed to count somebody is theirs to give. What no person typed (language, source, bucket, ref) is
 * put right or dropped without a word.
 */
export function readSigning(typed: Readonly<Record<string, string | undefined>>, asked: SigningAsked): ReadSigning | { faults: SigningFaults } {
  const faults: SigningFaults = {};
  const [name, email] = [oneLine(typed['name']), oneLine(typed['email'])];
  const wanted = (field: 'place' | 'country' | 'comment') => (asked.fields.includes(field) ? typed[field] : '');
  const [place, country, comment] = [oneLine(wanted('place')), oneLine(wanted('country')), severalLines(wanted('comment'))];
  const note = (field: SigningField, found: SigningFault | undefined) => void (found && (faults[field] = found));
  note('name', nameFault(name));
  note('email', email === '' ? 'email-missing' : readMailAddress(email) ? undefined : 'email-invalid');
  note('place', textFault(place, LONGEST_FIELD.place));
  note('country', textFault(country, LONGEST_FIELD.country));
  note('comment', textFault(comment, LONGEST_FIELD.comment));
  note('consent', typed['consent'] === 'yes' ? undefined : 'consent-missing');
  if (Object.keys(faults).length > 0) return { faults };
  const ref = typed['ref']?.trim().toLowerCase();
  return {
    signing: {
      name, email, place, country: /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : country, comment, updates: typed['updates'] === 'yes',
      lang: asked.languages.find((lang) => lang === typed['lang']) ?? asked.languages[0] ?? '', source: code(typed['source']), bucket: code(typed['bucket']), version: asked.version,
    },
    ref: ref !== undefined && UUID.test(ref) ? ref : undefined,
    bait: (typed['website'] ?? '').trim() !== '',
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Short code of a share link; anything else counts as none. */
function code(typed: string | undefined): string {
  return typed !== undefined && /^[a-z0-9-]{1,32}$/.test(typed) ? typed : '';
}

function textFault(text: string, most: number): SigningFault | undefined {
  return tooLong(text, most) ? 'too-long' : hasHiddenSigns(text) ? 'odd-signs' : undefined;
}
