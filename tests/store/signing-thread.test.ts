import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreFault } from '../../integrations/store/ledger.ts';
import { openLedger, STORE_FILE } from '../../integrations/store/open-ledger.ts';
import { signingThread } from '../../integrations/store/sqlite/signing-thread.ts';
import { sqliteEngine } from '../../integrations/store/sqlite/sqlite-engine.ts';
import { signatureOf } from './signatures.ts';

const petition = 'right-to-family';
let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'ledger-'))));
afterEach(() => rm(folder, { recursive: true }));

test('while people sign, reviewers and the relay write to the same file, and nothing is lost', async () => {
  const ledger = await openLedger({ DATA_DIR: folder }, folder, 'thread');
  const refs = Array.from({ length: 400 }, (_, number) => `r-${number}`);
  const signing = Promise.all(refs.map((ref) => ledger.sign(signatureOf({ petition, ref }))));
  for (let round = 0; round < 10; round++) {
    await ledger.setBookmark('round', String(round));
    await ledger.lease({ petitions: [petition], owner: 'relay', most: 10, now: Date.UTC(2026, 10, 1), until: Date.UTC(2026, 10, 2) });
  }
  expect((await signing).every(({ state }) => state === 'valid')).toBe(true);
  const counts = await ledger.counts(petition);
  expect(counts.states.valid).toBe(400);
  expect(await ledger.recount(petition)).toEqual(counts);
  await ledger.close();
});

test('when the thread ends in the middle of a group, nobody is thanked, and the next group has a new one', async () => {
  const file = join(folder, STORE_FILE);
  const engine = sqliteEngine(file);
  await engine.read.all('SELECT 1');
  const started: Worker[] = [];
  const thread = signingThread(file, () => {
    const worker = new Worker(new URL('../../integrations/store/sqlite/signing-program.ts', import.meta.url), { workerData: file });
    started.push(worker);
    return worker;
  });
  const lost = thread.signAll([signatureOf({ petition, ref: 'a' })]);
  void started[0]!.terminate();
  await expect(lost).rejects.toThrow(StoreFault);
  expect(await thread.signAll([signatureOf({ petition, ref: 'a' })])).toMatchObject([{ ref: 'a', state: 'valid' }]);
  expect(started).toHaveLength(2);
  await thread.close();
  await engine.close();
});

test('a fault of the program is no fault of the store', async () => {
  const ledger = await openLedger({ DATA_DIR: folder }, folder, 'thread');
  const broken = ledger.sign({ ...signatureOf({ petition, ref: 'a' }), reasons: undefined as unknown as string[] });
  await expect(broken).rejects.toThrow(Error);
  await expect(broken).rejects.not.toThrow(StoreFault);
  expect(await ledger.sign(signatureOf({ petition, ref: 'b' }))).toMatchObject({ state: 'valid' });
  await ledger.close();
});
