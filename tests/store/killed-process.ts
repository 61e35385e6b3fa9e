import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('signing-child.ts', import.meta.url));

/** Lets a process sign until it has been told so often that a signature is safe, then kills it; gives the refs that it was told of. */
export function signUntilKilled({ petition, name, env, acknowledged }: { petition: string; name: string; env: Record<string, string>; acknowledged: number }): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, petition, name], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.on('data', (text: Buffer) => {
      told += text.toString();
      if (told.split('\n').length > acknowledged) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code) => {
      // The last line may have been cut.
      if (code === null) resolve(told.split('\n').slice(0, -1));
      else reject(new Error(`The process that signs ended by itself with ${code}.`));
    });
  });
}
