import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EnteringRun } from './ledger-entering.ts';
import type { SigningRun } from './ledger-signing.ts';
import { PROJECT } from './rostrum.ts';

/** What the ledger can do, without a web server or Google in between. */
export interface LedgerResult {
  bench: 'ledger';
  node: string;
  cores: number;
  signing: SigningRun[];
  entering: EnteringRun;
  /** Whether the counter was equal to the recount after both. */
  exact: boolean;
}

const run = promisify(execFile);

/** Measures the embedded store in a folder of its own below `DATA_DIR`, on whatever disk that is. */
export async function benchLedger(responses: number, say: (line: string) => void): Promise<LedgerResult> {
  const ground = join(resolve(PROJECT, process.env['DATA_DIR'] || '.data'), 'bench');
  await mkdir(ground, { recursive: true });
  const program = async <T>(name: string, ...words: string[]): Promise<T> => {
    const folder = await mkdtemp(join(ground, 'ledger-'));
    try {
      const { stdout } = await run(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...words], { cwd: PROJECT, env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' } });
      return JSON.parse(stdout) as T;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  say('Signing for ten seconds …');
  const { runs, exact } = await program<{ runs: SigningRun[]; exact: boolean }>('ledger-signing.ts');
  say(`Entering ${responses} answers of a form, twice …`);
  const entering = await program<EnteringRun>('ledger-entering.ts', String(responses));
  return { bench: 'ledger', node: process.version, cores: availableParallelism(), signing: runs, entering, exact: exact && entering.exact };
}

/** The same for people. */
export function ledgerTableOf({ node, cores, signing, entering, exact }: LedgerResult): string {
  const line = (...cells: (string | number)[]) => cells.map((cell, index) => (index === 0 ? String(cell).padEnd(24) : String(cell).padStart(12))).join('').trimEnd();
  return [
    `The embedded store, every signature on disk before it is acknowledged; Node ${node}, ${cores} cores.`, '',
    line('signing at the same time', 'a second', 'p50 ms', 'p99 ms'),
    ...signing.map(({ signers, perSecond, p50, p99 }) => line(signers, perSecond, p50, p99)), '',
    `${entering.responses} answers of a form: ${entering.cpu} s of CPU, ${entering.wall} s, ${entering.memory} MB at most; again, with nothing new, ${entering.againCpu} s of CPU.`,
    exact ? 'The counter is equal to the recount.' : 'The counter differs from the recount, which is a mistake in Rostrum.',
  ].join('\n');
}
