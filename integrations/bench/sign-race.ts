import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, installPeers } from './install-peers.ts';
import { PROJECT } from './rostrum.ts';
import { signMany, type Storm } from './sign-load.ts';

/** What was measured: storms by server, in turn. */
export interface SignRace {
  signatures: number;
  connections: number;
  storms: Record<string, Storm[]>;
}

const WARM_UP = 2_000;
const CONNECTIONS = 64;
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Signs at Rostrum and at a bare Fastify with SQLite in turn, so that a busy moment of the machine hits both alike; each run has a fresh process and store. */
export async function raceSigning(signatures: number, runs: number, say: (line: string) => void): Promise<SignRace> {
  const ground = join(PROJECT, '.data/bench/sign-peers');
  await installPeers(ground, say, fileOf('sign-peers/'));
  const storms: SignRace['storms'] = { rostrum: [], fastify: [] };
  for (let run = 1; run <= runs; run++) {
    for (const [name, script] of [['rostrum', 'sign-own.ts'], ['fastify', 'sign-peer.ts']] as const) {
      say(`Run ${run} of ${runs}, ${name}: ${signatures} signatures …`);
      storms[name]!.push(await storm(fileOf(script), ground, signatures));
    }
  }
  return { signatures, connections: CONNECTIONS, storms };
}

async function storm(script: string, ground: string, signatures: number): Promise<Storm> {
  const root = await mkdtemp(join(process.env['DATA_DIR'] ?? tmpdir(), 'rostrum-bench-'));
  const server = fork(script, [root, ground], { env: cleanEnvironment(), execArgv: ['--disable-warning=ExperimentalWarning'] });
  try {
    const { address, path } = await new Promise<{ address: string; path: string }>((resolve, reject) => {
      server.once('message', (told) => resolve(told as { address: string; path: string })).once('exit', (code) => reject(new Error(`The server of the benchmark ended by itself (${code}).`)));
    });
    const outcome = await signMany({ address, path, connections: CONNECTIONS, signatures: signatures + WARM_UP, warmUp: WARM_UP });
    if (outcome.statuses[303] !== signatures + WARM_UP) throw new Error(`Not every signature was taken: ${JSON.stringify(outcome.statuses)}.`);
    return outcome;
  } finally {
    server.removeAllListeners('exit');
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    await rm(root, { recursive: true, force: true });
  }
}
