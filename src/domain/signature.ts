/** A signature's state in the ledger. Only `valid` counts; a person may hold two on one address, see `integrations/store`. */
export const SIGNATURE_STATES = ['received', 'valid', 'duplicate', 'suspect', 'invalid', 'withdrawn', 'erased'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

/** How far a signature is on its way to the form; `none` where the petition has no form. */
export const RELAY_STATES = ['none', 'waiting', 'sending', 'sent', 'confirmed', 'rejected'] as const;
export type RelayState = (typeof RELAY_STATES)[number];

/** What a person wrote and agreed to. */
export interface Signing {
  name: string;
  email: string;
  place: string;
  country: string;
  comment: string;
  /** Wants news by e-mail; asked for apart from the signature. */
  updates: boolean;
  lang: string;
  /** Where the link that led here was shared, and by which of several texts; short codes. */
  source: string;
  bucket: string;
  /** First eight hex digits of the hash of the text that was signed. */
  version: string;
}
