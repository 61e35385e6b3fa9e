import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';

/** Runs `work` while no other build of this project runs; a lock whose process has ended does not count. */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const path = join(root, '.data/build.lock');
  const own = `${path}.${process.pid}`;
  await mkdir(join(root, '.data'), { recursive: true });
  await writeFile(own, nameOf(process.pid) ?? '');
  try {
    await take(own, path);
  } finally {
    await rm(own, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Linking is the one step that fails when the lock exists, and makes it whole when it does not. */
async function take(own: string, path: string, again = true): Promise<void> {
  try {
    await link(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = await readFile(path, 'utf8').catch(() => '');
    const pid = Number(owner.split(' ')[0]);
    if (!again || (pid !== process.pid && owner !== '' && nameOf(pid) === owner)) {
      throw new Refusal(`Another build is running (process ${pid}). Wait until it is done, then try again.`);
    }
    await rm(path, { force: true });
    await take(own, path, false);
  }
}

/** A process by number and start, because numbers are given again; undefined when it does not run. */
function nameOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  return `${pid} ${startOf(pid)}`;
}

/** When a process started, in ticks since the machine did; `?` where the system does not tell. */
function startOf(pid: number): string {
  try {
    // The name in brackets may hold spaces; the start is the twentieth field behind it (proc_pid_stat(5)).
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19] ?? '?';
  } catch {
    return '?';
  }
}
