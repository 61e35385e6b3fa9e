import { hash } from 'node:crypto';

/** What a signature is found by: the first 20 hex digits of the SHA-256 of its `ref`, which begin with the public receipt. Among ten million the chance of two alike is below 1 in 10^10. */
export const sealOf = (ref: string): string => hash('sha256', ref, 'hex').slice(0, 20);

/** How many hex digits of a seal are published as its receipt. */
export const RECEIPT_LENGTH = 16;

/** The `ref` of an answer whose sender filled in the form itself: a UUID (version 8, RFC 9562) that is always the same for it. */
export function refOfResponse(responseId: string): string {
  const digits = hash('sha256', `response ${responseId}`, 'hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
