import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '../../integrations/store/engine.ts';
import { LOCK_LASTS } from '../../integrations/store/sqlite/row-lock.ts';
import { sqliteEngine } from '../../integrations/store/sqlite/sqlite-engine.ts';

async function withClock(use: (engine: Engine, setClock: (to: number) => void) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'lock-'));
  let now = 1e12;
  const engine = sqliteEngine(join(folder, 'store/x.sqlite'), { now: () => now, random: Math.random });
  await use(engine, (to) => (now = to));
  await engine.close();
  await rm(folder, { recursive: true });
}

/** A process that was killed while it held the lock. */
const dieHolding = (engine: Engine) => engine.write((session) => session.run('INSERT INTO locks (name, owner, ends) VALUES (?, ?, ?)', 'sync', 'dead', 1e12 + LOCK_LASTS));

test('a lock of a process that was killed is free after its time', () =>
  withClock(async (engine, setClock) => {
    await dieHolding(engine);
    expect(await engine.alone('sync', async () => 'mine')).toBeUndefined();
    setClock(1e12 + LOCK_LASTS + 1);
    expect(await engine.alone('sync', async () => 'mine')).toEqual({ result: 'mine' });
  }));

test('a lock from before the clock was set back does not hold for hours', () =>
  withClock(async (engine, setClock) => {
    await dieHolding(engine);
    setClock(1e12 - 3_600_000);
    expect(await engine.alone('sync', async () => 'mine')).toEqual({ result: 'mine' });
  }));
