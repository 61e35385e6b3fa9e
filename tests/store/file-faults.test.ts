import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../integrations/store/engine.ts';
import { ledgerOn } from '../../integrations/store/ledger-on.ts';
import { StoreFault, type Ledger } from '../../integrations/store/ledger.ts';
import { openLedger, STORE_FILE } from '../../integrations/store/open-ledger.ts';
import { sqliteEngine } from '../../integrations/store/sqlite/sqlite-engine.ts';
import { responseOf, signatureOf } from './signatures.ts';

const petition = 'right-to-family';
let folder: string;
let file: string;
let engine: Engine;
let ledger: Ledger;
let moment: () => number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  file = join(folder, STORE_FILE);
  moment = Date.now;
  engine = sqliteEngine(file, { now: () => moment(), random: Math.random });
  ledger = ledgerOn(engine);
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

const sign = (ref: string) => ledger.sign(signatureOf({ petition, ref, name: 'Canary Signer', email: 'canary@example.org' }));
const faultOf = async (work: Promise<unknown>) => {
  const fault = await work.then(() => undefined, (error: unknown) => error);
  expect(fault).toBeInstanceOf(StoreFault);
  // What goes to a log must not tell who signed.
  expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toMatch(/canary/i);
  return (fault as StoreFault).message;
};
const isWell = async (signatures: number) => {
  const counts = await ledger.counts(petition);
  expect(counts.states.valid).toBe(signatures);
  expect(await ledger.recount(petition)).toEqual(counts);
};

test('the store is for the account that runs it alone', async () => {
  await sign('a');
  for (const name of await readdir(dirname(file))) expect((await stat(join(dirname(file), name))).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
});

test('on a full disk nothing is half accepted, and with room again signing goes on', async () => {
  await sign('a');
  const pages = async (most: number) => engine.write((session) => session.all(`PRAGMA max_page_count = ${most}`));
  const [{ page_count }] = (await engine.read.all<{ page_count: number }>('PRAGMA page_count')) as [{ page_count: number }];
  await pages(page_count);
  const many = await Promise.allSettled(Array.from({ length: 500 }, (_, n) => sign(`full-${n}`)));
  expect(many.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await faultOf(ledger.enter(petition, Array.from({ length: 500 }, () => responseOf({}))))).toMatch(/disk of the store is full/);
  await isWell(1);
  await pages(1_000_000);
  expect(await sign('full-1')).toMatchObject({ state: 'valid', repeated: false });
  await isWell(2);
});

test('a store that became read-only says so, and recovers', async () => {
  await sign('a');
  await engine.write((session) => session.all('PRAGMA query_only = ON'));
  expect(await faultOf(sign('b'))).toMatch(/read-only/);
  expect(await sign('b')).toMatchObject({ state: 'valid', repeated: false });
  await isWell(2);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is named as the cause', async () => {
  await chmod(folder, 0o500);
  expect(await faultOf(sign('a'))).toMatch(/read-only/);
  await chmod(folder, 0o700);
  await sign('a');
  await isWell(1);
});

test('a folder that cannot be made is named as the cause, and tried again', async () => {
  await writeFile(dirname(file), 'in the way');
  expect(await faultOf(sign('a'))).toMatch(/DATA_DIR/);
  await rm(dirname(file));
  await sign('a');
  await isWell(1);
});

test.each(['public/signatures', 'content', 'dist/data'])('no store is opened in %s, where it would be published', async (place) => {
  await expect(openLedger({ DATA_DIR: join(folder, place) }, folder)).rejects.toThrow(/DATA_DIR leads into (public|content|dist)\/, which is published/);
});

test('while another program writes, signing waits; when that takes too long, it says so', async () => {
  await sign('a');
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const waiting = sign('b');
  setTimeout(() => other.exec('COMMIT'), 150);
  expect(await waiting).toMatchObject({ state: 'valid' });
  other.exec('BEGIN IMMEDIATE');
  let passed = 0;
  moment = () => Date.now() + (passed += 3000);
  expect(await faultOf(sign('c'))).toMatch(/in use by another program/);
  await isWell(2);
  other.exec('COMMIT');
  other.close();
  await sign('c');
  await isWell(3);
});

test('a damaged file is said to be damaged, and its copy works without a restart', async () => {
  await sign('a');
  await engine.scrub();
  const copy = await readFile(file);
  await ledger.close();
  ledger = await openLedger({ DATA_DIR: folder });
  await writeFile(file, Buffer.alloc(copy.length, 'not a database '));
  expect(await faultOf(sign('b'))).toMatch(/restore the last copy/);
  expect(await faultOf(ledger.counts(petition))).toMatch(/restore the last copy/);
  await writeFile(file, copy);
  await sign('b');
  await isWell(2);
});

test('an older version leaves the store of a newer one alone', async () => {
  await sign('a');
  await ledger.close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 999');
  database.close();
  ledger = await openLedger({ DATA_DIR: folder });
  expect(await faultOf(sign('b'))).toMatch(/newer version of Rostrum/);
});

describe('names that were erased', () => {
  const everything = async () => Buffer.concat(await Promise.all((await readdir(dirname(file))).map((name) => readFile(join(dirname(file), name))))).toString('latin1');
  const canary = (ref: string, person: string) => signatureOf({ petition, ref, person, name: `Canary ${'x'.repeat(50)}`, email: 'canary@example.org', comment: 'canary '.repeat(2000), place: 'Canaryville' });

  test('are not in the file any more, nor in its log', async () => {
    await ledger.signAll(Array.from({ length: 50 }, (_, n) => canary(`r-${n}`, n % 2 === 0 ? 'gone' : 'other')));
    await ledger.signAll(Array.from({ length: 50 }, (_, n) => signatureOf({ petition, ref: `s-${n}` })));
    expect(await everything()).toMatch(/canary/i);
    await ledger.erase(petition, 'gone');
    await ledger.erase(petition, 'other');
    expect(await everything()).not.toMatch(/canary/i);
    await isWell(50);
  });

  test('nor are those of a petition that was made anonymous', async () => {
    await ledger.signAll(Array.from({ length: 50 }, (_, n) => canary(`ref-of-${n}`, `person-${n}`)));
    await ledger.anonymise(petition, false);
    expect(await everything()).not.toMatch(/canary|ref-of-|person-\d/i);
    await isWell(50);
  });
});
