import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storiesOfKind, type Newsroom } from '../../src/domain/newsroom.ts';
import type { AllNumbers } from '../files/petition-counts.ts';

/** First two hex digits of receipts, all 256 of them. */
export const PREFIXES: readonly string[] = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'));

/** Where the receipts of a petition stand in a built site. */
export const receiptsIn = (client: string, slug: string): string => join(client, 'petitions', slug, 'receipts');

/**
 * Writes `/petitions/<slug>/receipts/<xx>.json` for hosts without a server of ours. Empty lists are written too: that
 * a receipt is missing from a list made hours later is how a device learns that it has to send its signature once more.
 */
export async function writeReceipts(client: string, newsroom: Newsroom, numbers: AllNumbers): Promise<void> {
  for (const { slug, original } of storiesOfKind(newsroom, 'petition')) {
    const { receipts, asOf } = numbers.get(slug) ?? {};
    if (!receipts || !asOf || original.withdrawn) continue;
    const folder = receiptsIn(client, slug);
    const lists = Map.groupBy(receipts, (receipt) => receipt.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await Promise.all(PREFIXES.map((prefix) => writeFile(join(folder, `${prefix}.json`), JSON.stringify({ asOf: asOf.replace(/\.\d+Z$/, 'Z'), refs: lists.get(prefix) ?? [] }))));
  }
}
