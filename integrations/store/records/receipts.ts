import type { Engine } from '../engine.ts';
import { PETITION } from './petition-row.ts';
import { receiptOfSeal } from './seal.ts';

/**
 * Receipts that begin with these two hex digits; what still waits for the form, or was refused there, has none. A repetition has its own: its
 * signer is counted, and a missing receipt would tell whoever signs in somebody's name that this person has signed already.
 */
export async function receipts({ read }: Engine, petition: string, prefix: string): Promise<string[]> {
  if (!/^[0-9a-f]{2}$/.test(prefix)) throw new RangeError('A prefix of receipts has two hex digits.');
  const rows = await read.all<{ seal: string }>(
    `SELECT seal FROM signatures WHERE petition = ${PETITION} AND seal >= ? AND seal < ? AND state IN ('valid', 'duplicate') AND relay IN ('none', 'confirmed') ORDER BY seal`,
    petition, prefix, `${prefix}g`,
  );
  return rows.map(({ seal }) => receiptOfSeal(seal));
}
