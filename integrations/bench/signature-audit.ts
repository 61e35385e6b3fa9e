import { receiptOf } from '../store/records/seal.ts';
import { SIGNATURE_STATES } from '../../src/domain/signature.ts';
import type { Ledger } from '../store/ledger.ts';

/** What must all be nought. */
export interface Audit {
  /** Told that they are stored, and not in the ledger. */
  lost: number;
  /** Counted more than once. */
  twice: number;
  /** Between the counter and counting anew, over all states. */
  difference: number;
  /** With a receipt, although no form has shown their `ref`. */
  countedUnseen: number;
}

/** Compares the ledger with what signers were told (`acknowledged`) and what the form holds (`seen`), both as refs. */
export async function audit(ledger: Ledger, petition: string, acknowledged: Iterable<string>, seen: ReadonlySet<string>): Promise<Audit & { valid: number }> {
  const stored = new Set<string>();
  const counted = new Map<string, number>();
  for await (const { ref, email, state } of ledger.rows(petition, SIGNATURE_STATES)) {
    stored.add(ref);
    if (state === 'valid') counted.set(email, (counted.get(email) ?? 0) + 1);
  }
  const [counts, recount] = await Promise.all([ledger.counts(petition), ledger.recount(petition)]);
  const receiptsSeen = new Set([...seen].map(receiptOf));
  let countedUnseen = 0;
  for (let prefix = 0; prefix < 256; prefix++) {
    const receipts = await ledger.receipts(petition, prefix.toString(16).padStart(2, '0'));
    countedUnseen += receipts.filter((receipt) => !receiptsSeen.has(receipt)).length;
  }
  return {
    lost: [...acknowledged].filter((ref) => !stored.has(ref)).length,
    twice: [...counted.values()].reduce((sum, times) => sum + times - 1, 0),
    difference: SIGNATURE_STATES.reduce((sum, state) => sum + Math.abs(counts.states[state] - recount.states[state]), 0),
    countedUnseen, valid: counts.states.valid,
  };
}
