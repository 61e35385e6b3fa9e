import type { Kept } from './outbox.ts';

/** How long after sending a list of receipts must have been made to prove that something did not arrive; milliseconds. */
const LOST_AFTER = 24 * 3_600_000;

/** The receipt of a signature: the first 16 hex digits of the SHA-256 of its `ref`; undefined where the browser cannot say, as on plain http. */
export async function receiptOf(ref: string): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(ref));
  return digest && [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Looks for the receipt of a signature: `counted` with one, `lost` when it went to a form a day ago and never came out there, else undefined. */
export async function lookFor({ slug, ref, state, at }: Kept, fetch: (address: string) => Promise<Response>): Promise<'counted' | 'lost' | undefined> {
  const receipt = await receiptOf(ref);
  if (!receipt) return undefined;
  const answer = await fetch(`/petitions/${slug}/receipts/${receipt.slice(0, 2)}.json`);
  if (!answer.ok) return undefined;
  const { asOf, refs } = (await answer.json()) as { asOf: string; refs: string[] };
  if (refs.includes(receipt)) return 'counted';
  return state === 'sent' && Date.parse(asOf) - at > LOST_AFTER ? 'lost' : undefined;
}
