import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { History } from '../../integrations/store/history.ts';
import { readHistoryFile, writeHistoryFile } from '../../integrations/store/history-file.ts';
import { openStore, type Store } from '../../integrations/store/open-store.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
let folder: string;
let store: Store;
let copy: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'));
  store = await openStore({ DATA_DIR: join(folder, 'one') }, folder);
  copy = await openStore({ DATA_DIR: join(folder, 'two') }, folder);
  const figures = Array.from({ length: 30 }, (_, day) => ({ day: `2026-11-${String(day + 1).padStart(2, '0')}`, metric: 'views' as const, entity: day % 2 ? '' : `story:press/${'long-'.repeat(500)}`, value: day }));
  await store.history.write('visits', { ...NOVEMBER, metrics: ['views'] }, figures, 1);
});
afterEach(async () => {
  await store.close();
  await copy.close();
  await rm(folder, { recursive: true });
});

const file = () => join(folder, 'history.ndjson');

test('a history that is written to a file and read again is the same, for this account alone', async () => {
  expect(await writeHistoryFile(store.history, file())).toBe(31);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await readHistoryFile(copy.history, file(), 2)).toEqual({ added: 30, revised: 0, same: 0, removed: 0 });
  await writeHistoryFile(copy.history, `${file()}.copy`);
  expect(await readFile(`${file()}.copy`, 'utf8')).toBe(await readFile(file(), 'utf8'));
});

test('when the store fails in the middle, the file of before stays as it was and nothing half is left', async () => {
  await writeFile(file(), 'before');
  const broken: Pick<History, 'exportLines'> = {
    async *exportLines() {
      for await (const line of store.history.exportLines()) yield line.repeat(10);
      throw new Error('The disk is away.');
    },
  };
  await expect(writeHistoryFile(broken, file())).rejects.toThrow('The disk is away.');
  expect(await readFile(file(), 'utf8')).toBe('before');
  expect((await readdir(folder)).filter((name) => name.includes('history'))).toEqual(['history.ndjson']);
});

test('a file that was cut off is taken up to its last whole line, and the line is named', async () => {
  await writeHistoryFile(store.history, file());
  const whole = await readFile(file(), 'utf8');
  await writeFile(file(), whole.slice(0, -20));
  await expect(readHistoryFile(copy.history, file(), 2)).rejects.toThrow(/Line 31 of the history cannot be read/);
  expect(await readHistoryFile(copy.history, file(), 2).catch((error: Error) => error.name)).toBe('Refusal');
  await writeFile(file(), whole.replaceAll('\n', '\r\n'));
  expect(await readHistoryFile(copy.history, file(), 3)).toEqual({ added: 1, revised: 0, same: 29, removed: 0 });
});

test('a file that is not there, or a place that cannot be written, is named', async () => {
  await expect(readHistoryFile(copy.history, join(folder, 'nothing'), 2)).rejects.toThrow(/nothing” cannot be read/);
  await expect(writeHistoryFile(store.history, join(folder, 'no/such/place'))).rejects.toThrow(/place” cannot be written/);
});
