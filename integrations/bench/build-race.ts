import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PEERS, type Contender } from './contender.ts';
import { cleanEnvironment, installPeers } from './install-peers.ts';
import { measure, type Cost } from './measure.ts';
import { PROJECT, ROSTRUM } from './rostrum.ts';
import { BENCH_NOW, benchTexts, type BenchText } from './texts.ts';

/** What one build cost and made. */
export interface Build extends Cost {
  /** Bytes of all files of the site. */
  bytes: number;
  /** HTML files. */
  pages: number;
}

export interface Race {
  stories: number;
  runs: number;
  /** Every build, by contender, in order. */
  builds: Record<string, Build[]>;
}

/**
 * Lets Rostrum and its peers build the same texts in turn, one after the other, so that a busy moment of the machine
 * hits all of them alike. Each build is a fresh process in a fresh folder. Only the installed peers stay afterwards.
 */
export async function raceBuilds(stories: number, runs: number, say: (line: string) => void): Promise<Race> {
  const ground = join(PROJECT, '.data/bench');
  await mkdir(ground, { recursive: true });
  await installPeers(join(ground, 'peers'), say);
  const texts = benchTexts(stories);
  const contenders = [ROSTRUM, ...PEERS];
  const builds: Record<string, Build[]> = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let run = 1; run <= runs; run++) {
    for (const contender of contenders) {
      say(`Run ${run} of ${runs}: ${contender.name} …`);
      builds[contender.name]!.push(await buildOnce(ground, contender, texts));
    }
  }
  return { stories, runs, builds };
}

async function buildOnce(ground: string, contender: Contender, texts: readonly BenchText[]): Promise<Build> {
  const folder = join(ground, contender.folder);
  const log = join(ground, `${contender.name}.log`);
  await rm(folder, { recursive: true, force: true });
  try {
    await contender.prepare(folder, texts);
    const env = { ...cleanEnvironment(), ROSTRUM_NOW: BENCH_NOW };
    const cost = await measure({ command: [process.execPath, ...contender.command(folder)], cwd: folder, env, log });
    const made = await sizeOf(join(folder, contender.output));
    // A generator that left texts out would win by it.
    if (made.pages < texts.length) throw new Error(`${contender.name} made ${made.pages} pages of ${texts.length} texts.`);
    return { ...cost, ...made };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(log, { force: true });
  }
}

async function sizeOf(site: string): Promise<{ bytes: number; pages: number }> {
  const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { bytes, pages: files.filter(({ name }) => name.endsWith('.html')).length };
}
