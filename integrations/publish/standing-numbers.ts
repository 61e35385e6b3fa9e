import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnlineNumbers } from '../files/petition-counts.ts';
import { PREFIXES, receiptsIn } from './receipts.ts';

/** The numbers of a petition as the site that is live shows them; undefined when it shows none that can be read. */
export async function standingNumbers(root: string, slug: string): Promise<OnlineNumbers | undefined> {
  const client = join(root, 'dist', 'client');
  const count = await json<{ online: number; asOf: string }>(join(client, 'petitions', slug, 'count.json'));
  if (!count || !Number.isSafeInteger(count.online) || Number.isNaN(Date.parse(count.asOf))) return undefined;
  const lists = await Promise.all(PREFIXES.map((prefix) => json<{ refs: string[] }>(join(receiptsIn(client, slug), `${prefix}.json`))));
  // A list that is missing must not tell a device that its signature is.
  const receipts = lists.every((list) => Array.isArray(list?.refs)) ? lists.flatMap((list) => list!.refs) : undefined;
  return { online: count.online, asOf: new Date(count.asOf).toISOString(), receipts };
}

async function json<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T | undefined;
  } catch {
    return undefined;
  }
}
