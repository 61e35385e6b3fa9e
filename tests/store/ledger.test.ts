import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { counterProperty } from './counter-property.ts';
import { ledgerContract } from './ledger-contract.ts';
import { signatureOf } from './signatures.ts';

type Environment = Record<string, string>;

/** Everything that holds for both engines; `fresh` gives the settings of an empty store. */
function bothEngines(fresh: () => Promise<Environment>, numRuns: number, writer: 'here' | 'thread' = 'here'): void {
  let env: Environment;
  let ledger: Ledger;
  beforeAll(async () => {
    env = await fresh();
    ledger = await openLedger(env, undefined, writer);
  });
  afterAll(() => ledger.close());

  ledgerContract(() => ledger, () => openLedger(env, undefined, writer));
  counterProperty(() => ledger, numRuns);

  test('instances that start together make the store once', async () => {
    const shared = await fresh();
    const instances = await Promise.all(Array.from({ length: 4 }, () => openLedger(shared, undefined, writer)));
    const signed = await Promise.all(instances.map((instance, n) => instance.sign(signatureOf({ ref: `r-${n}` }))));
    expect(signed.map(({ state }) => state)).toEqual(['valid', 'valid', 'valid', 'valid']);
    expect((await instances[0]!.counts('right-to-family')).states.valid).toBe(4);
    await Promise.all(instances.map((instance) => instance.close()));
  });
}

describe.each(['here', 'thread'] as const)('in a file, written %s', (writer) => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
  bothEngines(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
    folders.push(folder);
    return { DATA_DIR: folder };
  }, 100, writer);
});

describe('on PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => void (server = await startPostgres()), 120_000);
  afterAll(() => server.end(), 60_000);
  bothEngines(async () => ({ DATABASE_URL: await server.database() }), 15);
});
