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
