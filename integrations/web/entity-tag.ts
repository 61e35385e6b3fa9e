import { createHash, type Hash } from 'node:crypto';

/** A strong entity tag, quoted, from a finished SHA-256 (132 bits of it are kept). */
export const tagFromHash = (hash: Hash): string => `"${hash.digest('base64url').slice(0, 22)}"`;

/** The strong entity tag of a content: the same bytes have the same tag in every release. */
export const tagOf = (bytes: Uint8Array): string => tagFromHash(createHash('sha256').update(bytes));

/** True when an `If-None-Match` names this tag, weakly compared, or `*` (RFC 9110, section 13.1.2): answer 304. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (!header) return false;
  return header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}
