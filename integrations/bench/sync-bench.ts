import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT } from './rostrum.ts';

/** Seconds of CPU and of waiting, and how often Google was asked. */
export interface SyncRun {
  added: number;
  requests: number;
  cpu: number;
  wall: number;
}

/** What reading a form takes: all of its answers into an empty ledger, and once more with nothing new. */
export interface SyncResult {
  bench: 'sync';
  node: string;
  cores: number;
  answers: number;
  /** Counted in the end. */
  valid: number;
  first: SyncRun;
  again: SyncRun;
  /** Largest memory, MB of 10^6 bytes. */
  memory: number;
}

const run = promisify(execFile);

/** Reads a form of so many answers from a stand-in for Google, which runs in a process of its own. */
export async function benchSync(answers: number, say: (line: string) => void): Promise<SyncResult> {
  say(`Reading ${answers} answers of a form, twice …`);
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL('sync-million.ts', import.meta.url)), String(answers)], { cwd: PROJECT, env: { ...process.env, DATABASE_URL: '' } });
  return { bench: 'sync', node: process.version, cores: availableParallelism(), ...(JSON.parse(stdout) as Omit<SyncResult, 'bench' | 'node' | 'cores'>) };
}

/** The same for people. */
export function syncTableOf({ node, cores, answers, valid, first, again, memory }: SyncResult): string {
  return [
    `${answers} answers of a form, by the Forms API of a stand-in, into the embedded store; Node ${node}, ${cores} cores.`, '',
    `All of them: ${first.cpu} s of CPU, ${first.wall} s, ${first.requests} requests, ${memory} MB at most; ${valid} count.`,
    `Again, with nothing new: ${again.cpu} s of CPU, ${again.requests} ${again.requests === 1 ? 'request' : 'requests'}.`,
  ].join('\n');
}
