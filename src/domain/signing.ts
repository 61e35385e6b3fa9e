import { readMailAddress } from './mail-address.ts';
import type { PetitionTerms } from './petition.ts';
import type { Signing } from './signature.ts';
import { nameFault, oneLine, severalLines, tooLong, withoutHiddenSigns } from './signer-name.ts';

/** What the signing form asks; `website` is the field that people leave empty. */
export const SIGNING_FIELDS = ['name', 'email', 'place', 'country', 'comment', 'consent', 'updates', 'lang', 'source', 'bucket', 'version', 'ref', 'website'] as const;
export type SigningField = (typeof SIGNING_FIELDS)[number];

/** The most characters that each field takes; the form and the server hold the same. An address has at most 254 (RFC 5321). */
export const SIGNING_ROOM = { name: 100, email: 254, place: 100, country: 60, comment: 500 } as const;

/**
 * What can be wrong with a field that people see: `missing` (name, address and consent must be there), `invalid`
 * (a name with a web address in it or that begins like a formula, an address that is none), `long`.
 */
export type SigningFault = 'missing' | 'invalid' | 'long';
export type SigningFaults = Partial<Record<SigningField, SigningFault>>;

/** Where a form is sent: to our own server, or straight to a public form below this root, `https://docs.google.com/forms`. */
export type SigningWay = { hosting: 'server' } | { hosting: 'static'; forms: string };

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
  const wanted = (field: 'place' | 'country' | 'comment') => (asked.fields.includes(field) ? withoutHiddenSigns(typed[field] ?? '') : '');
  const [place, country, comment] = [oneLine(wanted('place')), oneLine(wanted('country')), severalLines(wanted('comment'))];
  const note = (field: SigningField, found: SigningFault | undefined) => void (found && (faults[field] = found));
  note('name', nameFault(name, SIGNING_ROOM.name));
  note('email', email === '' ? 'missing' : readMailAddress(email) ? undefined : tooLongAddress(email) ? 'long' : 'invalid');
  note('place', tooLong(place, SIGNING_ROOM.place) ? 'long' : undefined);
  note('country', tooLong(country, SIGNING_ROOM.country) ? 'long' : undefined);
  note('comment', tooLong(comment, SIGNING_ROOM.comment) ? 'long' : undefined);
  note('consent', typed['consent'] === 'yes' ? undefined : 'missing');
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

/** Of a word that is no address: whether only its length is against it, before the @ (RFC 5321, 4.5.3.1.1) or altogether. */
const tooLongAddress = (typed: string) => typed.length > SIGNING_ROOM.email || typed.indexOf('@') > 64;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Short code of a share link; anything else counts as none. */
function code(typed: string | undefined): string {
  return typed !== undefined && /^[a-z0-9-]{1,32}$/.test(typed) ? typed : '';
}
