import type { RelayState, SignatureState, Signing } from '../../../src/domain/signature.ts';
import type { LedgerRow } from '../ledger.ts';

/** What a person wrote, and how the signature is found. */
export const SIGNING_COLUMNS = 'id, ref, signed_at, state, relay, origin, name, email, place, country, comment, updates, lang, source, bucket, version';

/** A row of these columns; what is personal is null once it was erased. */
export interface SigningRow {
  id: number;
  ref: string | null;
  signed_at: number;
  state: SignatureState;
  relay: RelayState;
  origin: LedgerRow['origin'];
  name: string | null;
  email: string | null;
  place: string | null;
  country: string | null;
  comment: string | null;
  updates: number;
  lang: string;
  source: string;
  bucket: string;
  version: string;
}

export function signingOf({ name, email, place, country, comment, updates, lang, source, bucket, version }: SigningRow): Signing {
  return { name: name ?? '', email: email ?? '', place: place ?? '', country: country ?? '', comment: comment ?? '', updates: updates === 1, lang, source, bucket, version };
}
