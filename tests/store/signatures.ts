import { randomUUID } from 'node:crypto';
import type { FormResponse, NewSignature } from '../../integrations/store/ledger.ts';

const WRITTEN = { name: 'Ayşe Yılmaz', email: 'ayse@example.org', place: 'Havenstad', country: 'NL', comment: 'For my neighbours.', updates: false, lang: 'nl', source: '', bucket: '', version: '0f1e2d3c' };

/** A signature as the server writes it down, of somebody who has not signed before unless a person is named. */
export function signatureOf(parts: Partial<NewSignature>): NewSignature {
  const own = randomUUID().replaceAll('-', '');
  return { petition: 'right-to-family', ref: randomUUID(), signedAt: Date.UTC(2026, 9, 1), person: own, namesake: own, network: '', score: 0, reasons: [], origin: 'page', relay: true, ...WRITTEN, ...parts };
}

/** An answer at the form, of somebody else each time unless a person is named. */
export function responseOf({ responseId = randomUUID(), at = Date.UTC(2026, 9, 2), ref, ...parts }: Partial<Omit<FormResponse, 'signature'>> & Partial<FormResponse['signature']>): FormResponse {
  const own = randomUUID().replaceAll('-', '');
  return { responseId, at, ref, signature: { ...WRITTEN, person: own, namesake: own, network: '', score: 0, reasons: [], ...parts } };
}
