import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
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
 *
 * The folders are deleted at the end only: for minutes after many files were deleted, some file systems (ext4 without
 * a journal) search long for a place for each new one, which would be counted against whoever writes most files next.
 * They stand below `DATA_DIR`, so that a disk in memory can take them.
 */
export async function raceBuilds(stories: number, runs: number, say: (line: string) => void): Promise<Race> {
  const ground = join(process.env['DATA_DIR'] ? resolve(process.env['DATA_DIR']) : join(PROJECT, '.data'), 'bench');
  await mkdir(ground, { recursive: true });
  await installPeers(join(ground, 'peers'), say);
  const texts = benchTexts(stories);
  const contenders = [ROSTRUM, ...PEERS];
  const builds: Record<string, Build[]> = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  const used: string[] = [];
  try {
    for (let run = 1; run <= runs; run++) {
      for (const contender of contenders) {
        say(`Run ${run} of ${runs}: ${contender.name} …`);
        const folder = join(ground, `${contender.folder}-${process.pid}-${run}`);
        used.push(folder);
        builds[contender.name]!.push(await buildOnce(folder, contender, texts));
      }
    }
  } finally {
    for (const folder of used) await rm(folder, { recursive: true, force: true });
  }
  return { stories, runs, builds };
}

async function buildOnce(folder: string, contender: Contender, texts: readonly BenchText[]): Promise<Build> {
  await contender.prepare(folder, texts);
  const env = { ...cleanEnvironment(), ROSTRUM_NOW: BENCH_NOW };
  const cost = await measure({ command: [process.execPath, ...contender.command(folder)], cwd: folder, env, log: join(folder, 'build.log') });
  const made = await sizeOf(join(folder, contender.output));
  // A generator that left texts out would win by it.
  if (made.pages < texts.length) throw new Error(`${contender.name} made ${made.pages} pages of ${texts.length} texts.`);
  return { ...cost, ...made };
}

async function sizeOf(site: string): Promise<{ bytes: number; pages: number }> {
  const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(file.parentPath, file.name))).size;
  return { bytes, pages: files.filter(({ name }) => name.endsWith('.html')).length };
}
