import type { Kept } from './outbox.ts';

/** How long after the first sending a list of receipts must have been made to show that nothing arrived; milliseconds. Each time it is sent again takes four times as long, so that a week sees four. */
const MISSING_AFTER = 6 * 3_600_000;

/** The receipt of a signature: the first 16 hex digits of the SHA-256 of its `ref`; undefined where the browser cannot say, as on plain http. */
export async function receiptOf(ref: string): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(ref));
  return digest && [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Looks for the receipt of a signature: `counted` with one, `missing` when it went to a form and a list made long enough afterwards is without it, else undefined. */
export async function lookFor({ slug, ref, sends = [] }: Kept, fetch: (address: string) => Promise<Response>): Promise<'counted' | 'missing' | undefined> {
  const receipt = await receiptOf(ref);
  if (!receipt) return undefined;
  const answer = await fetch(`/petitions/${slug}/receipts/${receipt.slice(0, 2)}.json`);
  if (!answer.ok) return undefined;
  const { asOf, refs } = (await answer.json()) as { asOf: string; refs: string[] };
  if (refs.includes(receipt)) return 'counted';
  return Date.parse(asOf) - (sends.at(-1) ?? Infinity) > MISSING_AFTER * 4 ** (sends.length - 1) ? 'missing' : undefined;
}
