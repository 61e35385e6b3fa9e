import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';

/** Runs `work` while no other build of this project runs; a lock whose process has ended does not count. */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const path = join(root, '.data/build.lock');
  await mkdir(join(root, '.data'), { recursive: true });
  for (let tries = 0; ; tries++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (tries > 0 || isRunning(owner)) throw new Refusal(`Another build is running (process ${owner}). Wait until it is done, then try again.`);
      await rm(path, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
