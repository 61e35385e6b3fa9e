import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PROJECT } from './rostrum.ts';

/** Figures that were new, figures that were others than before, requests, and seconds of CPU and of waiting. */
export interface RefreshRun {
  added: number;
  changed: number;
  requests: number;
  cpu: number;
  wall: number;
}

/** What a refresh takes: sixteen months of a source into an empty history, and once more with nothing new. */
export interface RefreshResult {
  bench: 'refresh';
  node: string;
  cores: number;
  store: 'embedded' | 'PostgreSQL';
  figures: number;
  first: RefreshRun;
  again: RefreshRun;
  /** Largest memory, MB of 10^6 bytes. */
  memory: number;
}

const run = promisify(execFile);

/** Refreshes so many figures of Search Console's pages, by day, from a stand-in for Google that runs in a process of its own. */
export async function benchRefresh(figures: number, say: (line: string) => void): Promise<RefreshResult> {
  say(`Refreshing ${figures} figures, and again with nothing new …`);
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL('refresh-million.ts', import.meta.url)), String(figures)], { cwd: PROJECT, env: process.env });
  return { bench: 'refresh', node: process.version, cores: availableParallelism(), store: process.env['DATABASE_URL'] ? 'PostgreSQL' : 'embedded', ...(JSON.parse(stdout) as Omit<RefreshResult, 'bench' | 'node' | 'cores' | 'store'>) };
}

/** The same for people. */
export function refreshTableOf({ node, cores, store, figures, first, again, memory }: RefreshResult): string {
  return [
    `${figures} figures of 480 days, by the Search Console API of a stand-in, into the ${store} store; Node ${node}, ${cores} cores.`, '',
    `All of them: ${first.cpu} s of CPU, ${first.wall} s, ${first.requests} requests, ${memory} MB at most; ${first.added} are new.`,
    `Again, with nothing new: ${again.cpu} s of CPU, ${again.requests} requests, ${again.added + again.changed} changed.`,
  ].join('\n');
}
