import { mkdtemp, readdir, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../integrations/publish/lock.ts';

const folder = async (lock?: string) => {
  const root = await mkdtemp(join(tmpdir(), 'lock-'));
  await mkdir(join(root, '.data'));
  if (lock !== undefined) await writeFile(join(root, '.data/build.lock'), lock);
  return root;
};

test('a build leaves no lock behind, also when it fails', async () => {
  const root = await folder();
  await withLock(root, async () => expect(await readdir(join(root, '.data'))).toEqual(['build.lock']));
  await expect(withLock(root, () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
  expect(await readdir(join(root, '.data'))).toEqual([]);
});

test('while another process builds, a second build says so', async () => {
  const root = await folder();
  const { readFileSync } = await import('node:fs');
  const start = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19];
  await writeFile(join(root, '.data/build.lock'), `${process.ppid} ${start(process.ppid)}`);
  await expect(withLock(root, () => Promise.resolve())).rejects.toThrow(`Another build is running (process ${process.ppid})`);
});

test.each([
  ['whose process has ended', '999999999 1'],
  ['whose number belongs to another process by now', `${process.ppid} 1`],
  ['of this very process number, from before a restart', `${process.pid} 1`],
  ['that was never filled in', ''],
])('a lock %s does not count', async (_, lock) => {
  const root = await folder(lock);
  expect(await withLock(root, () => Promise.resolve('built'))).toBe('built');
});
