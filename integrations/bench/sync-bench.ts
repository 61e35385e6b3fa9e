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
  /** The same pages, kept as they came in one flat table. */
  peer: Pick<SyncRun, 'added' | 'cpu' | 'wall'> & { memory: number };
  /** Our seconds of CPU by the peer's. */
  ratio: number;
}

const run = promisify(execFile);

/** Reads a form of so many answers from a stand-in for Google, which runs in a process of its own; then a flat table takes in the same. */
export async function benchSync(answers: number, say: (line: string) => void): Promise<SyncResult> {
  say(`Reading ${answers} answers of a form, twice …`);
  const own = await program<Omit<SyncResult, 'bench' | 'node' | 'cores' | 'peer' | 'ratio'>>('sync-million.ts', answers);
  say('Reading them into a flat table …');
  const peer = await program<SyncResult['peer']>('sync-flat.ts', answers);
  return { bench: 'sync', node: process.version, cores: availableParallelism(), ...own, peer, ratio: Number((own.first.cpu / peer.cpu).toFixed(2)) };
}

async function program<T>(file: string, answers: number): Promise<T> {
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), String(answers)], { cwd: PROJECT, env: { ...process.env, DATABASE_URL: '' } });
  return JSON.parse(stdout) as T;
}

/** The same for people. */
export function syncTableOf({ node, cores, answers, valid, first, again, memory, peer, ratio }: SyncResult): string {
  return [
    `${answers} answers of a form, by the Forms API of a stand-in, into the embedded store; Node ${node}, ${cores} cores.`, '',
    `All of them: ${first.cpu} s of CPU, ${first.wall} s, ${first.requests} requests, ${memory} MB at most; ${valid} count.`,
    `Again, with nothing new: ${again.cpu} s of CPU, ${again.requests} ${again.requests === 1 ? 'request' : 'requests'}.`,
    `Kept as they come, in one flat table of SQLite: ${peer.cpu} s of CPU, ${peer.wall} s, ${peer.memory} MB; Rostrum takes ${ratio} times as much CPU.`,
  ].join('\n');
}
