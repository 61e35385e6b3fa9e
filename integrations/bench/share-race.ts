import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Brand } from '../../src/share/brand.ts';
import { draw } from '../../src/share/draw.ts';
import { site } from '../../src/site.ts';
import { readBrand } from '../share/brand-kit.ts';
import { fingerprint } from '../share/fingerprint.ts';
import { ImageCache } from '../share/image-cache.ts';
import { installPeers } from './install-peers.ts';
import type { KitsOfThousand } from './kits-thousand.ts';
import { PROJECT } from './rostrum.ts';
import { canvasMaker, satoriMaker, SHARE_PEER_FILES, type Maker } from './share-peers.ts';
import { linkCard, shareTitles } from './share-titles.ts';

/** What was measured: milliseconds for each picture by maker, bytes of ours, and what a thousand of them take. */
export interface ShareRace {
  pictures: number;
  times: Record<string, number[]>;
  bytes: Record<string, number[]>;
  cached: number[];
  thousand: { memory: number; seconds: number };
  /** What a build of a thousand stories spends on everything of their share kits. */
  kits: KitsOfThousand;
}

const WARM_UP = 14;
const run = promisify(execFile);

/** Draws the same titles with Rostrum and its peers in turn, so that a busy moment of the machine hits all of them alike. */
export async function raceShareImages(pictures: number, say: (line: string) => void): Promise<ShareRace> {
  const ground = join(PROJECT, '.data/bench/share-peers');
  await installPeers(ground, say, SHARE_PEER_FILES);
  const brand = await readBrand(PROJECT, site);
  const own: Maker = { name: 'rostrum', make: async (story) => (await draw(linkCard(story, brand))).bytes };
  const makers = [own, satoriMaker(brand.logo), await canvasMaker(ground, brand.logo)];
  const times: Record<string, number[]> = Object.fromEntries(makers.map(({ name }) => [name, []]));
  const bytes: Record<string, number[]> = Object.fromEntries(makers.map(({ name }) => [name, []]));
  for (const [index, story] of shareTitles(pictures + WARM_UP).entries()) {
    if (index % 50 === 0) say(`Picture ${index} of ${pictures + WARM_UP}, three makers …`);
    for (const { name, make } of makers) {
      const started = performance.now();
      const picture = await make(story);
      const took = performance.now() - started;
      if (index >= WARM_UP) {
        times[name]!.push(took);
        bytes[name]!.push(picture.length);
      }
      // The painters’ memory is given back only between tasks of the event loop.
      await new Promise(setImmediate);
    }
  }
  say('The same pictures from the cache, then a thousand in a fresh process …');
  const cached = await timesFromCache(pictures, brand);
  const thousand = await aside<ShareRace['thousand']>('share-thousand.ts');
  say('All files of a thousand share kits, twice; this takes some minutes …');
  return { pictures, times, bytes, cached, thousand, kits: await aside<KitsOfThousand>('kits-thousand.ts') };
}

async function timesFromCache(pictures: number, brand: Brand): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-bench-'));
  try {
    const cache = new ImageCache(folder, await fingerprint(PROJECT));
    const stories = shareTitles(pictures);
    for (const story of stories) await cache.ensure(linkCard(story, brand), story.slug);
    const times: number[] = [];
    for (const story of stories) {
      const started = performance.now();
      await cache.ensure(linkCard(story, brand), story.slug);
      times.push(performance.now() - started);
    }
    if (cache.kept !== pictures) throw new Error(`Only ${cache.kept} of ${pictures} pictures were found again.`);
    return times;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a program of this folder measures in a process of its own. */
async function aside<T>(program: string): Promise<T> {
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL(program, import.meta.url))], { cwd: PROJECT });
  return JSON.parse(stdout) as T;
}
