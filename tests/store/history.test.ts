import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../integrations/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { historyContract } from './history-contract.ts';
import { historyProperty } from './history-property.ts';

type Environment = Record<string, string>;

let server: TestPostgres;
const folders: string[] = [];
const opened: Store[] = [];
beforeAll(async () => void (server = await startPostgres()), 120_000);
afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  await server.end();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
}, 60_000);

async function inFile(): Promise<Environment> {
  const folder = await mkdtemp(join(tmpdir(), 'history-'));
  folders.push(folder);
  return { DATA_DIR: folder };
}
const onServer = async (): Promise<Environment> => ({ DATABASE_URL: await server.database() });

const open = async (env: Environment) => {
  const store = await openStore(env);
  opened.push(store);
  return store.history;
};

/** Everything that holds for both engines; `fresh` gives the settings of an empty store, `foreign` those of one in the other engine. */
function bothEngines(fresh: () => Promise<Environment>, foreign: () => Promise<Environment>, numRuns: number): void {
  let env: Environment;
  let history: Store['history'];
  let copies: Store['history'][];
  beforeAll(async () => {
    env = await fresh();
    history = await open(env);
    copies = [await open(await fresh()), await open(await foreign())];
  });
  historyContract(() => history, () => open(env), async () => open(await fresh()));
  historyProperty(() => copies[0]!, () => copies[1]!, numRuns);
}

describe('in a file', () => bothEngines(inFile, onServer, 60));
describe('on PostgreSQL', () => bothEngines(onServer, inFile, 25));
