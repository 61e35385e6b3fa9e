import { availableParallelism } from 'node:os';
import { median } from './race-result.ts';
import type { ShareRace } from './share-race.ts';

/** The outcome as one object: medians in milliseconds and bytes, how many times as long as Rostrum each peer took, MB of 10^6 bytes. */
export interface ShareResult {
  bench: 'share';
  pictures: number;
  node: string;
  cores: number;
  medians: Record<string, { ms: number; fastest: number; bytes: number }>;
  /** Time of the peer divided by ours. */
  ratios: Record<string, number>;
  cachedMs: number;
  thousand: ShareRace['thousand'];
  kits: ShareRace['kits'];
  largestBytes: number;
}

export function shareResultOf({ pictures, times, bytes, cached, thousand, kits }: ShareRace): ShareResult {
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const medians = Object.fromEntries(Object.keys(times).map((name) => [name, { ms: round(median(times[name]!)!, 2), fastest: round(Math.min(...times[name]!), 2), bytes: Math.round(median(bytes[name]!)!) }]));
  const own = median(times['rostrum']!)!;
  const ratios = Object.fromEntries(Object.keys(times).filter((name) => name !== 'rostrum').map((name) => [name, round(median(times[name]!)! / own, 2)]));
  return { bench: 'share', pictures, node: process.version, cores: availableParallelism(), medians, ratios, cachedMs: round(median(cached)!, 4), thousand, kits, largestBytes: Math.max(...bytes['rostrum']!) };
}

/** The same for people. */
export function shareTableOf({ pictures, node, cores, medians, ratios, cachedMs, thousand, kits, largestBytes }: ShareResult): string {
  const line = (...cells: string[]) => cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(12))).join('').trimEnd();
  return [
    `${pictures} pictures of 1200×630 each, warm, in turn; Node ${node}, ${cores} cores.`, '',
    line('', 'median ms', 'fastest ms', 'median kB', 'slower by'),
    ...Object.entries(medians).map(([name, { ms, fastest, bytes }]) => line(name, ms.toFixed(1), fastest.toFixed(1), (bytes / 1000).toFixed(1), name in ratios ? `${ratios[name]!.toFixed(1)} ×` : '')), '',
    `From the cache ${cachedMs.toFixed(3)} ms. A thousand pictures: ${thousand.memory} MB at most, ${thousand.seconds} s. Largest file ${(largestBytes / 1000).toFixed(1)} kB.`,
    `Share kits of a thousand stories, ${kits.files} files and their zips: ${kits.cold} s when new, ${kits.unchanged} s when nothing changed.`,
  ].join('\n');
}
