import type { RelayState, SignatureState } from '../../../src/domain/signature.ts';
import type { Engine } from '../engine.ts';
import { PETITION } from './petition-row.ts';
import { receiptOfSeal, sealOf } from './seal.ts';

/** Where one signature stands, found by its `ref`. */
export async function standing({ read }: Engine, petition: string, ref: string): Promise<{ state: SignatureState; relay: RelayState } | undefined> {
  const [row] = await read.all<{ state: SignatureState; relay: RelayState }>(`SELECT state, relay FROM signatures WHERE petition = ${PETITION} AND seal = ?`, petition, sealOf(ref));
  return row && { state: row.state, relay: row.relay };
}

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

export async function fromNetwork({ read }: Engine, petition: string, network: string, since: number): Promise<number> {
  const [row] = await read.all<{ total: number }>(`SELECT count(*) AS total FROM signatures WHERE petition = ${PETITION} AND network = ? AND network <> '' AND signed_at >= ?`, petition, network, since);
  return row!.total;
}

export async function petitions({ read }: Engine): Promise<string[]> {
  const rows = await read.all<{ slug: string }>('SELECT slug FROM petitions ORDER BY slug');
  return rows.map(({ slug }) => slug);
}
