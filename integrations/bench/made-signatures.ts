import { hash } from 'node:crypto';
import type { FormResponse, NewSignature } from '../store/ledger.ts';

/** When the first of the made signatures was signed. */
const BEGIN = Date.UTC(2026, 9, 1);

const hex = (kind: string, number: number) => hash('sha256', `${kind} ${number}`, 'hex').slice(0, 32);
const refOf = (number: number) => hex('ref', number).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const writtenBy = (number: number) => ({
  person: hex('person', number), namesake: hex('name', number), network: '', score: 0, reasons: [], name: `Signer Number ${number}`, email: `signer${number}@example.org`,
  place: 'Havenstad', country: 'NL', comment: '', updates: number % 3 === 0, lang: 'nl', source: 'whatsapp', bucket: 'a', version: '0f1e2d3c',
});

/** A signature that nobody wrote; the same for the same number. */
export function madeSignature(number: number): NewSignature {
  return { ...writtenBy(number), petition: 'bench', ref: refOf(number), signedAt: BEGIN + number, origin: 'page', relay: true };
}

/** An answer at the form that nobody gave, ten a second; its number has the length of Google's. */
export function madeResponse(number: number): FormResponse {
  return { responseId: `ACYDBN${hash('sha256', `response ${number}`, 'hex')}`, at: BEGIN + number * 100, ref: refOf(number), signature: writtenBy(number) };
}
