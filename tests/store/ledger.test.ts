import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { ledgerContract } from './ledger-contract.ts';

describe('in a file', () => {
  let folder: string;
  let ledger: Ledger;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-'));
    ledger = await openLedger({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await ledger.close();
    await rm(folder, { recursive: true });
  });
  ledgerContract(() => ledger, () => openLedger({ DATA_DIR: folder }));
});

describe('on PostgreSQL', () => {
  let server: TestPostgres;
  let url: string;
  let ledger: Ledger;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.database();
    ledger = await openLedger({ DATABASE_URL: url });
  }, 120_000);
  afterAll(async () => {
    await ledger.close();
    await server.end();
  }, 60_000);
  ledgerContract(() => ledger, () => openLedger({ DATABASE_URL: url }));
});
