import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreFault, type Ledger } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { SIGNATURE_STATES } from '../../src/domain/signature.ts';
import { startPostgres, type TestPostgres } from '../postgres.ts';
import { interruptConnections } from './interrupted-connection.ts';
import { signUntilKilled } from './killed-process.ts';
import { responseOf, signatureOf } from './signatures.ts';

const petition = 'right-to-family';
let server: TestPostgres;
beforeAll(async () => void (server = await startPostgres()), 120_000);
afterAll(() => server.end(), 60_000);

async function expectAll(ledger: Ledger, refs: readonly string[]) {
  const kept = new Set<string>();
  for await (const { ref } of ledger.rows(petition, SIGNATURE_STATES)) kept.add(ref);
  expect(refs.filter((ref) => !kept.has(ref))).toEqual([]);
  const counts = await ledger.counts(petition);
  expect(await ledger.recount(petition)).toEqual(counts);
  return counts;
}

test('a server that is killed again and again has lost nothing that it acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  const refs: string[] = [];
  for (const round of [1, 2, 3, 4]) refs.push(...(await signUntilKilled({ petition, name: `round-${round}`, env: { DATA_DIR: folder, DATABASE_URL: '' }, acknowledged: 300 * round })));
  expect(refs.length).toBeGreaterThanOrEqual(3000);
  const ledger = await openLedger({ DATA_DIR: folder });
  await expectAll(ledger, refs);
  await ledger.close();
  await rm(folder, { recursive: true });
}, 60_000);

test('two servers on one PostgreSQL, killed in turn, have lost nothing that they acknowledged', async () => {
  const env = { DATABASE_URL: await server.database() };
  const life = async (name: string) => {
    const refs: string[] = [];
    for (const round of [1, 2]) refs.push(...(await signUntilKilled({ petition, name: `${name}-${round}`, env, acknowledged: 400 * round })));
    return refs;
  };
  const refs = (await Promise.all([life('one'), life('two')])).flat();
  const ledger = await openLedger(env);
  await expectAll(ledger, refs);
  await ledger.close();
}, 60_000);

test('when the answer to a commit is lost, the signature is neither lost nor counted twice', async () => {
  const between = await interruptConnections(await server.database());
  const ledger = await openLedger({ DATABASE_URL: between.url });
  await ledger.sign(signatureOf({ petition, ref: 'first' }));
  between.swallow(1);
  expect(await ledger.sign(signatureOf({ petition, ref: 'a' }))).toMatchObject({ state: 'valid' });
  between.swallow(1);
  expect(await ledger.enter(petition, [responseOf({ ref: 'a' }), responseOf({ ref: 'b' })])).toMatchObject({ known: 2 });
  between.swallow(1);
  const { review, changed } = await ledger.review({ petition, states: ['valid'] }, 'invalid', 1);
  expect(changed).toBe(3);
  between.swallow(1);
  expect(await ledger.undoReview(petition, review)).toBe(3);
  expect(between.swallowed()).toBe(4);
  expect((await expectAll(ledger, ['a', 'b'])).states.valid).toBe(3);
  await ledger.close();
  await between.close();
});

test('when the answer to a commit is lost, staff are told how many were removed all the same', async () => {
  const between = await interruptConnections(await server.database());
  const ledger = await openLedger({ DATABASE_URL: between.url });
  await ledger.signAll(['a', 'b'].map((ref) => signatureOf({ petition, ref, person: 'p', namesake: ref })));
  await ledger.enter(petition, [responseOf({ ref: 'a', responseId: 'one' }), ...['two', 'three', 'four'].map((responseId) => responseOf({ responseId }))], 'form');
  between.swallow(1);
  expect(await ledger.erase(petition, 'p')).toEqual({ erased: 2, responses: [{ response: 'one', form: 'form' }], onTheWay: 0 });
  between.swallow(1);
  expect(await ledger.eraseVanished(petition, 'form', (async function* () { yield ['one', 'two', 'four']; })())).toBe(1);
  expect(between.swallowed()).toBe(2);
  const counts = await ledger.counts(petition);
  expect(await ledger.recount(petition)).toEqual(counts);
  expect(counts.states).toMatchObject({ valid: 2, erased: 3 });
  await ledger.close();
  await between.close();
});

test('when the answer to a commit is lost, staff are still told how many are sent again', async () => {
  const between = await interruptConnections(await server.database());
  const ledger = await openLedger({ DATABASE_URL: between.url });
  const pass = async (to: 'sent' | 'rejected') => {
    for (const { id } of await ledger.lease({ petitions: [petition], owner: 'me', most: 5, now: 10, until: 100 })) await ledger.passed(id, 'me', to === 'sent' ? { to, at: 10 } : { to, reason: 'no' });
  };
  for (const ref of ['a', 'b', 'c']) await ledger.sign(signatureOf({ petition, ref, signedAt: 1 }));
  await pass('rejected');
  between.swallow(1);
  expect(await ledger.retryRejected(petition, 5)).toBe(3);
  await pass('sent');
  between.swallow(1);
  expect(await ledger.resendUnseen(petition, 20, 20)).toBe(3);
  expect(between.swallowed()).toBe(2);
  expect((await expectAll(ledger, ['a', 'b', 'c'])).relay).toMatchObject({ waiting: 3, sent: 0, rejected: 0 });
  await ledger.close();
  await between.close();
});

test('when connections are cut while many sign, each is told the truth', async () => {
  const url = await server.database();
  const ledger = await openLedger({ DATABASE_URL: url });
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const kept: string[] = [];
  const sign = async (name: string) => {
    for (let number = 0; number < 150; number++) {
      const ref = `${name}-${number}`;
      await ledger.sign(signatureOf({ petition, ref })).then(() => kept.push(ref), (fault: unknown) => expect(fault).toBeInstanceOf(StoreFault));
      if (name === 'r0' && number % 25 === 20) await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    }
  };
  await Promise.all(Array.from({ length: 4 }, (_, n) => sign(`r${n}`)));
  expect(kept.length).toBeGreaterThan(0);
  const counts = await expectAll(ledger, kept);
  expect(counts.states.valid).toBeGreaterThanOrEqual(kept.length);
  await admin.end();
  await ledger.close();
});

test('while the database server is away nobody is thanked, and when it is back signing goes on', async () => {
  const ledger = await openLedger({ DATABASE_URL: await server.database() });
  await ledger.sign(signatureOf({ petition, ref: 'before' }));
  await server.stop();
  const fault = await ledger.sign(signatureOf({ petition, ref: 'meanwhile', name: 'Canary', email: 'canary@example.org' })).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StoreFault);
  expect((fault as StoreFault).message).toMatch(/DATABASE_URL does not answer|stopping or starting/);
  expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toMatch(/canary|rostrum@/i);
  await expect(ledger.counts(petition)).rejects.toThrow(StoreFault);
  await server.start();
  expect(await ledger.sign(signatureOf({ petition, ref: 'meanwhile' }))).toMatchObject({ state: 'valid' });
  expect((await expectAll(ledger, ['before', 'meanwhile'])).states.valid).toBe(2);
  await ledger.close();
}, 60_000);

test('a database that takes no changes, or does not exist, is named as the cause', async () => {
  const url = await server.database();
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const ledger = await openLedger({ DATABASE_URL: url });
  await ledger.sign(signatureOf({ petition, ref: 'a' }));
  await admin.query(`ALTER DATABASE ${new URL(url.replace('@/', '@localhost/')).pathname.slice(1)} SET default_transaction_read_only = on`);
  const copy = await openLedger({ DATABASE_URL: url });
  await expect(copy.sign(signatureOf({ petition, ref: 'b' }))).rejects.toThrow(/takes no changes/);
  const nowhere = await openLedger({ DATABASE_URL: url.replace(/@\/\w+/, '@/nowhere') });
  await expect(nowhere.counts(petition)).rejects.toThrow(/does not exist/);
  await Promise.all([admin.end(), ledger.close(), copy.close(), nowhere.close()]);
});
