import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { History } from '../../integrations/store/history.ts';
import { openStore } from '../../integrations/store/open-store.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { recount, told } from './history-property.ts';
import { interruptConnections } from './interrupted-connection.ts';

const AUTUMN = { from: '2026-09-01', to: '2026-10-31' };
const CHILD = fileURLToPath(new URL('history-child.ts', import.meta.url));
let server: TestPostgres;
beforeAll(async () => void (server = await startPostgres()), 120_000);
afterAll(() => server.end(), 60_000);

/** Lets a process write until it has been told so often that a portion is safe, then kills it; gives how many it was told of. */
function writeUntilKilled(source: string, env: Record<string, string>, acknowledged: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, source], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let lines = 0;
    child.stdout.on('data', (text: Buffer) => {
      lines += text.toString().split('\n').length - 1;
      if (lines >= acknowledged) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code) => (code === null ? resolve(lines) : reject(new Error(`The process that writes ended by itself with ${code}.`))));
  });
}

async function expectWhole(history: History, source: string, acknowledged: number) {
  for (const about of [{ entity: '' }, { kind: 'story' }, { kind: 'money' }, { kind: 'campaign' }] as const) {
    expect(told(await history.series({ ...AUTUMN, about, by: 'month' }))).toEqual(recount(await history.series({ ...AUTUMN, about, by: 'day' })));
  }
  const days = await history.series({ ...AUTUMN, about: { kind: 'story' }, sources: [source], by: 'day' });
  // A portion is there whole or not at all: 39 stories a day.
  for (const ofDay of Map.groupBy(days, ({ period }) => period).values()) expect(ofDay).toHaveLength(39);
  const sum = async (from: string) => (await history.series({ ...AUTUMN, about: { entity: '' }, sources: [from], metrics: from === source ? ['gifts'] : ['views'], by: 'month' })).reduce((total, { value }) => total + value, 0);
  expect(await sum(source)).toBe((await history.gifts(AUTUMN)).filter((gift) => gift.source === source).length);
  expect(await sum(source)).toBeGreaterThanOrEqual(acknowledged);
  // What was counted once is counted once: one for each acknowledged portion, and one more for a portion whose answer was under way.
  expect(await sum(`${source}/visits`)).toBeGreaterThanOrEqual(acknowledged);
  expect(await sum(`${source}/visits`)).toBeLessThanOrEqual(acknowledged + 1);
}

test('a process that is killed while it writes leaves whole portions, and sums that are right', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'history-'));
  const { history, close } = await openStore({ DATA_DIR: folder });
  for (const round of [1, 2, 3]) await expectWhole(history, `round-${round}`, await writeUntilKilled(`round-${round}`, { DATA_DIR: folder, DATABASE_URL: '' }, 40 * round));
  await close();
  await rm(folder, { recursive: true });
}, 60_000);

test('the same on PostgreSQL', async () => {
  const env = { DATABASE_URL: await server.database() };
  const { history, close } = await openStore(env);
  for (const round of [1, 2]) await expectWhole(history, `round-${round}`, await writeUntilKilled(`round-${round}`, env, 40 * round));
  await close();
}, 60_000);

test('when the answer to a commit is lost, nothing is added twice, and no revision is made up', async () => {
  const between = await interruptConnections(await server.database());
  const { history, close } = await openStore({ DATABASE_URL: between.url });
  const figure = { day: '2026-10-01', metric: 'views' as const, entity: '', value: 5 };
  await history.add('visits', [figure]);
  between.swallow(1);
  await history.add('visits', [figure]);
  between.swallow(1);
  await history.write('search', { ...AUTUMN, metrics: ['views'] }, [figure], 1);
  between.swallow(1);
  await history.writeGifts('mollie', [{ key: 'a', day: '2026-10-01', currency: 'EUR', kind: 'once', amount: 100, refunded: 0, campaign: '' }], 1);
  expect(between.swallowed()).toBe(3);
  expect(told(await history.series({ ...AUTUMN, about: { entity: '' }, by: 'month' }))).toEqual(['2026-10-01 mollie gifts  1 1', '2026-10-01 search views  5 1', '2026-10-01 visits views  10 1']);
  expect(await history.revisions(AUTUMN, 10)).toEqual([]);
  await close();
  await between.close();
});
