import { availableParallelism } from 'node:os';
import type { Build, Race } from './build-race.ts';

type Measure = keyof Build;
type Medians = Record<Measure, number | null>;

const MEASURES: readonly Measure[] = ['cpu', 'wall', 'memory', 'bytes', 'pages'];

/** The outcome as one object: medians by generator, and how many times as much as each peer Rostrum took. */
export interface RaceResult {
  bench: 'build';
  stories: number;
  runs: number;
  node: string;
  cores: number;
  medians: Record<string, Medians>;
  ratios: Record<string, Medians>;
}

/** Medians and ratios, rounded to what can be trusted; `null` stands for unknown. */
export function resultOf({ stories, runs, builds }: Race): RaceResult {
  const medians = mapValues(builds, (some) => byMeasure((measure) => round(median(some.map((build) => build[measure])), 2)));
  const { rostrum: own, ...peers } = medians;
  const ratios = mapValues(peers, (peer) => byMeasure((measure) => round(ratio(own![measure], peer[measure]), 2)));
  return { bench: 'build', stories, runs, node: process.version, cores: availableParallelism(), medians, ratios };
}

/** The same for people. */
export function tableOf({ stories, runs, node, cores, medians, ratios }: RaceResult): string {
  const show = (value: number | null, digits: number) => (value === null ? 'unknown' : value.toFixed(digits));
  const columns = ['', 'CPU s', 'wall s', 'memory MB', 'output MB', 'pages'];
  const rows = Object.entries(medians).map(([name, { cpu, wall, memory, bytes, pages }]) => [name, show(cpu, 1), show(wall, 1), show(memory, 0), show(bytes === null ? null : bytes / 1e6, 1), show(pages, 0)]);
  const against = Object.entries(ratios).map(([name, { cpu, wall, memory, bytes, pages }]) => [`rostrum / ${name}`, show(cpu, 2), show(wall, 2), show(memory, 2), show(bytes, 2), show(pages, 2)]);
  const lines = [columns, ...rows, [''], ...against].map((row) => row.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(11))).join('').trimEnd());
  return [`${stories} texts, median of ${runs} ${runs === 1 ? 'run' : 'runs'} each, Node ${node}, ${cores} cores.`, '', ...lines].join('\n');
}

/** The middle value; of an even number the mean of the two in the middle. Unknown when one is unknown. */
export function median(values: readonly (number | undefined)[]): number | null {
  if (values.length === 0 || values.some((value) => value === undefined)) return null;
  const sorted = (values as number[]).toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

const ratio = (own: number | null, peer: number | null) => (own === null || peer === null || peer === 0 ? null : own / peer);
const round = (value: number | null, digits: number) => (value === null ? null : Number(value.toFixed(digits)));
const byMeasure = (value: (measure: Measure) => number | null) => Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)])) as Medians;
const mapValues = <A, B>(record: Record<string, A>, change: (one: A) => B): Record<string, B> => Object.fromEntries(Object.entries(record).map(([name, one]) => [name, change(one)]));
