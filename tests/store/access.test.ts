import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { accessOn } from '../../integrations/store/access-on.ts';
import type { Engine } from '../../integrations/store/engine.ts';
import { postgresEngine } from '../../integrations/store/postgres/postgres-engine.ts';
import { sqliteEngine } from '../../integrations/store/sqlite/sqlite-engine.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { accessContract } from './access-contract.ts';

/** Two connections to the same store, as two processes have them. */
function onEngine(open: () => Engine): void {
  let engines: [Engine, Engine];
  beforeAll(() => void (engines = [open(), open()]));
  afterAll(() => Promise.all(engines.map((engine) => engine.close())));
  accessContract(() => accessOn(engines[0]), () => accessOn(engines[1]), () => engines[0]);
}

describe('in a file', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'access-'))));
  afterAll(() => rm(folder, { recursive: true }));
  onEngine(() => sqliteEngine(join(folder, 'store/rostrum.sqlite')));
});

describe('on PostgreSQL', () => {
  let server: TestPostgres;
  let address: string;
  beforeAll(async () => {
    server = await startPostgres();
    address = await server.database();
  }, 120_000);
  afterAll(() => server.end(), 60_000);
  onEngine(() => postgresEngine(address));
});
