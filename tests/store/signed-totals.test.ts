import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ledgerOn } from '../../integrations/store/ledger-on.ts';
import { signedTotals } from '../../integrations/store/records/signed-totals.ts';
import { sqliteEngine } from '../../integrations/store/sqlite/sqlite-engine.ts';
import { signatureOf } from './signatures.ts';

const [QUARTER, NOON] = [900_000, Date.parse('2026-11-20T12:00:00Z')];

test('busy hours are added up in parts of whole quarters, and quiet ones at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const engine = sqliteEngine(join(folder, 'store.sqlite'));
  onTestFinished(() => engine.close());
  const ledger = ledgerOn(engine);
  // Sixty in the first quarter, ten in each of the next ones.
  const moments = [...Array.from({ length: 60 }, (_, n) => n * 10), ...Array.from({ length: 60 }, (_, n) => QUARTER + n * (QUARTER / 10))];
  await ledger.signAll(moments.map((at, n) => signatureOf({ petition: 'library', ref: `r-${n}`, signedAt: NOON + at })));
  let statements = 0;
  const counted = { ...engine, read: { ...engine.read, all: <Row>(sql: string, ...values: (string | number)[]) => (statements++, engine.read.all<Row>(sql, ...values)) } };
  const read = async (from: number, to: number, most: number) => {
    statements = 0;
    return (await signedTotals(counted, 'library', from, to, most)).map(({ at, total }) => [(at - NOON) / QUARTER, total]).sort(([a], [b]) => a! - b!);
  };
  const whole = [[0, 60], [1, 10], [2, 10], [3, 10], [4, 10], [5, 10], [6, 10]];
  expect(await read(NOON - QUARTER / 2, NOON + 100 * QUARTER, 1000)).toEqual(whole);
  expect(statements).toBe(2);
  expect(await read(NOON - QUARTER / 2, NOON + 100 * QUARTER, 25)).toEqual(whole);
  // What is before noon; the first quarter, which is more than a part; then two quarters at a time.
  expect(statements).toBe(2 * 5);
  expect(await read(NOON, NOON + QUARTER + 1, 25)).toEqual([[0, 60], [1, 1]]);
  expect(await read(NOON, NOON, 25)).toEqual([]);
});
