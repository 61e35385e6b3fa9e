import { hash } from 'node:crypto';

/** What a signature is found by: the first 20 hex digits of the SHA-256 of its `ref`, which begin with the public receipt. Among ten million the chance of two alike is below 1 in 10^10. */
export const sealOf = (ref: string): string => hash('sha256', ref, 'hex').slice(0, 20);

/** What is published of a seal, in `receipts/<xx>.json`: the first 16 hex digits. */
export const receiptOfSeal = (seal: string): string => seal.slice(0, 16);
export const receiptOf = (ref: string): string => receiptOfSeal(sealOf(ref));

/** The `ref` of an answer whose sender filled in the form itself: a UUID (version 8, RFC 9562) that is always the same for it. */
export function refOfResponse(responseId: string): string {
  const digits = hash('sha256', `response ${responseId}`, 'hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
