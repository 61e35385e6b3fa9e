import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PetitionForm } from '../../src/domain/petition.ts';
import type { Petition } from '../../src/domain/story.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { receiptOf } from '../../integrations/store/records/seal.ts';
import { publicNumbers } from '../../integrations/publish/public-numbers.ts';
import { PREFIXES, writeReceipts } from '../../integrations/publish/receipts.ts';
import { noteSynced } from '../../integrations/petitions/sync-marks.ts';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { openLedger, STORE_FILE } from '../../integrations/store/open-ledger.ts';
import { folder, put } from '../desk.ts';
import { signature } from '../petitions/form-desk.ts';
import { newsroom, petition } from '../specimens.ts';

const NOW = '2026-11-23T10:00:00.000Z';
const FORM: PetitionForm = { id: 'edit', public: '1FAIpQLpublic', confirmation: 'OK-7f3a', questions: { name: '1', email: '2', consent: '3', ref: '4' } };
const SLUG = 'open-library';
const own = petition({ slug: SLUG });
const collected = petition({ slug: SLUG, terms: { ...petition().terms, form: FORM } });

/** A project with a ledger of its own, if there is something to write into it. */
async function project(fill?: (ledger: Ledger) => Promise<unknown>) {
  const root = await folder();
  const said: string[] = [];
  if (fill) {
    const ledger = await openLedger({}, root);
    await fill(ledger);
    await ledger.close();
  }
  const numbers = async (asked: Petition, env: Record<string, string> = {}) => (await publicNumbers({ root, env, say: (sentence) => void said.push(sentence) })([asked], NOW)).get(SLUG);
  return { root, said, numbers };
}

const REFS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

async function sign(ledger: Ledger, relay: boolean): Promise<void> {
  const hashes = keyedHashes(await ledger.secret());
  await ledger.signAll([...REFS.map((ref, number) => signature(number, hashes, { ref, relay })), signature(0, hashes, { relay }), signature(3, hashes, { score: 90, reasons: ['bait'], relay })]);
}

/** A site that is live, with what it says of the petition. */
const live = (root: string, online: number, refs?: string[]) =>
  put(root, {
    [`dist/client/petitions/${SLUG}/count.json`]: JSON.stringify({ petition: SLUG, count: online + 5, online, offline: 5, milestone: 100, asOf: '2026-11-22T08:00:00Z' }),
    ...(refs && Object.fromEntries(PREFIXES.map((prefix) => [`dist/client/petitions/${SLUG}/receipts/${prefix}.json`, JSON.stringify({ asOf: '2026-11-22T08:00:00Z', refs: refs.filter((ref) => ref.startsWith(prefix)) })]))),
  });

describe('A build', () => {
  test('tells how many are counted, without those who signed twice or wait for a reviewer', async () => {
    const { numbers } = await project((ledger) => sign(ledger, false));
    expect(await numbers(own)).toEqual({ online: 2, asOf: NOW });
  });

  test('without a store finds nobody, makes none, and says nothing', async () => {
    const { root, said, numbers } = await project();
    await live(root, 31);
    expect(await numbers(own)).toBeUndefined();
    expect(existsSync(join(root, '.data'))).toBe(false);
    expect(said).toEqual([]);
  });

  test('goes on when the store cannot be read: the numbers of the live site stand, with their moment', async () => {
    const { root, said, numbers } = await project((ledger) => sign(ledger, false));
    await live(root, 31);
    await writeFile(join(root, '.data', STORE_FILE), 'This is no store at all, though it is as long as the beginning of one would have to be. '.repeat(20));
    expect(await numbers(own)).toEqual({ online: 31, asOf: '2026-11-22T08:00:00.000Z' });
    expect(said).toEqual(['The signatures cannot be read: The file of the store is not a store. Stop Rostrum and restore the last copy of DATA_DIR. The numbers of the site before stand.']);
  });

  test('goes on without a number when there is no site before either, or its file is nonsense', async () => {
    const { root, numbers } = await project();
    await put(root, { [join('.data', STORE_FILE)]: 'nonsense '.repeat(200), [`dist/client/petitions/${SLUG}/count.json`]: '{"online":"many"}' });
    expect(await numbers(own)).toBeUndefined();
  });
});

describe('On a host without a server of ours, a build', () => {
  const STATIC = { HOSTING: 'static' };
  const SYNCED = Date.parse('2026-11-23T09:07:00Z');

  test('tells what the form held when it was last read, and the receipts of what was seen there', async () => {
    const { numbers } = await project(async (ledger) => {
      const hashes = keyedHashes(await ledger.secret());
      await ledger.enter(SLUG, REFS.map((ref, number) => ({ responseId: `r${number}`, at: SYNCED - 60_000, ref, signature: signature(number, hashes) })));
      await noteSynced(ledger, SLUG, SYNCED);
    });
    expect(await numbers(collected, STATIC)).toEqual({ online: 2, asOf: '2026-11-23T09:07:00.000Z', receipts: REFS.map(receiptOf).sort() });
  });

  test.each([
    ['there is no store yet', undefined],
    ['the answers of the form were never read to the end', (ledger: Ledger) => sign(ledger, true)],
  ] as const)('lets the numbers and receipts of the live site stand when %s', async (_, fill) => {
    const { root, numbers } = await project(fill);
    await live(root, 31, REFS.map(receiptOf));
    expect(await numbers(collected, STATIC)).toEqual({ online: 31, asOf: '2026-11-22T08:00:00.000Z', receipts: REFS.map(receiptOf).sort() });
  });

  test('publishes no receipts rather than some of them', async () => {
    const { root, numbers } = await project();
    await live(root, 31);
    expect((await numbers(collected, STATIC))!.receipts).toBeUndefined();
  });
});

test('Receipts stand in a file for every first two digits, empty ones too, without anybody’s data', async () => {
  const root = await folder();
  const receipts = REFS.map(receiptOf);
  await writeReceipts(root, newsroom([collected]), new Map([[SLUG, { online: 2, asOf: NOW, receipts }], ['no-longer-here', { online: 1, asOf: NOW, receipts }]]));
  const files = await Promise.all(PREFIXES.map(async (prefix) => JSON.parse(await readFile(join(root, 'petitions', SLUG, 'receipts', `${prefix}.json`), 'utf8')) as { asOf: string; refs: string[] }));
  expect(new Set(files.map((file) => Object.keys(file).join()))).toEqual(new Set(['asOf,refs']));
  expect(files.every(({ asOf, refs }, number) => asOf === '2026-11-23T10:00:00Z' && refs.every((ref) => /^[0-9a-f]{16}$/.test(ref) && ref.startsWith(PREFIXES[number]!)))).toBe(true);
  expect(files.flatMap(({ refs }) => refs).sort()).toEqual(receipts.sort());
  expect(existsSync(join(root, 'petitions', 'no-longer-here'))).toBe(false);
});
