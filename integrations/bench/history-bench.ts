import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { STORE_FILE } from '../store/store-file.ts';
import type { AskingRun } from './history-asking.ts';
import type { FillingRun } from './history-filling.ts';
import type { PageRun } from './history-page.ts';
import { PROJECT } from './rostrum.ts';

/** What the history can do, by itself. */
export interface HistoryResult {
  bench: 'history';
  store: 'sqlite' | 'postgres';
  node: string;
  cores: number;
  filling: FillingRun;
  asking: AskingRun;
  page: PageRun;
  /** New figures in the full store, and the same as rows of one flat table. */
  writing: FillingRun;
  peer: FillingRun;
  /** Bytes of the embedded store for a figure, everything included, and of the flat table. */
  bytes?: { own: number; peer: number } | undefined;
}

const run = promisify(execFile);
/** New figures that are written into the full store. */
const MORE = 1_000_000;

/** Measures the history in a folder of its own below `DATA_DIR`, or in the empty database that `databaseUrl` names; each part in a fresh process. */
export async function benchHistory(figures: number, databaseUrl: string | undefined, say: (line: string) => void): Promise<HistoryResult> {
  const ground = join(resolve(PROJECT, process.env['DATA_DIR'] || '.data'), 'bench');
  await mkdir(ground, { recursive: true });
  const folder = await mkdtemp(join(ground, 'history-'));
  const program = async <T>(name: string, ...words: string[]): Promise<T> => {
    const { stdout } = await run(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...words], { cwd: PROJECT, env: { ...process.env, DATA_DIR: folder, DATABASE_URL: databaseUrl ?? '' } });
    return JSON.parse(stdout) as T;
  };
  const bytes = async (name: string) => (await stat(join(folder, name))).size;
  try {
    say(`Filling a store with ${figures} figures …`);
    const filling = await program<FillingRun>('history-filling.ts', String(figures));
    const own = databaseUrl ? undefined : (await bytes(STORE_FILE)) / filling.figures;
    say('Asking what the overview asks, a hundred times …');
    const asking = await program<AskingRun>('history-asking.ts');
    say('Drawing the overview, a hundred times …');
    const page = await program<PageRun>('history-page.ts');
    const more = Math.min(MORE, figures);
    say(`Writing ${more} new figures …`);
    const writing = await program<FillingRun>('history-filling.ts', String(more), 'more');
    say('Writing the same into one flat table …');
    const peer = await program<FillingRun>('history-flat.ts', String(more));
    const sizes = own === undefined ? undefined : { own: Math.round(own), peer: Math.round((await bytes('flat.sqlite')) / peer.figures) };
    return { bench: 'history', store: databaseUrl ? 'postgres' : 'sqlite', node: process.version, cores: availableParallelism(), filling, asking, page, writing, peer, bytes: sizes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for people. */
export function historyTableOf({ store, node, cores, filling, asking, page, writing, peer, bytes }: HistoryResult): string {
  const cost = ({ cpu, wall, memory }: FillingRun) => `${cpu} s of CPU, ${wall} s, ${memory} MB at most`;
  return [
    `A history of ${filling.figures} figures on ${store === 'sqlite' ? 'SQLite' : 'PostgreSQL, whose server’s own seconds are not counted'}; Node ${node}, ${cores} cores.`, '',
    `The overview, twelve months and the twelve before, ${asking.rounds} times: p50 ${asking.p50} ms, p95 ${asking.p95} ms, ${asking.cpu} ms of CPU each, ${asking.rows} rows, ${asking.memory} MB at most.`,
    `The overview as a page, 100 times: p50 ${page.p50} ms, p95 ${page.p95} ms; with figures read anew, as they are once a minute, ${page.anew} ms; the very first ${page.first} ms; ${page.memory} MB at most.`,
    ...Object.entries(asking.questions).map(([name, p95]) => `  ${name.padEnd(26)}${String(p95).padStart(8)} ms (p95)`), '',
    `Filling the empty store: ${cost(filling)}.`,
    `${writing.figures} new figures in the full store: ${cost(writing)}.`,
    `${peer.figures} rows in one flat table, a prepared INSERT … ON CONFLICT each: ${cost(peer)}.`,
    ...(bytes ? [`On disk: ${bytes.own} bytes for a figure, sums by month included; ${bytes.peer} in the flat table.`] : []),
  ].join('\n');
}
