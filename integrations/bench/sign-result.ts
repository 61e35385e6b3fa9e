import { availableParallelism } from 'node:os';
import { median } from './race-result.ts';
import type { SignRace } from './sign-race.ts';

/** Medians over the runs: answers a second, milliseconds that half and 99 of 100 waited at most. */
export interface SignFigures {
  perSecond: number;
  p50: number;
  p99: number;
}

/** The outcome as one object. */
export interface SignResult {
  bench: 'sign';
  signatures: number;
  connections: number;
  node: string;
  cores: number;
  medians: Record<string, SignFigures>;
  /** Signatures a second of ours divided by the peer's, run by run, and then the median. */
  ratio: number;
}

export function signResultOf({ signatures, connections, storms }: SignRace): SignResult {
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const rate = ({ times, seconds }: SignRace['storms'][string][number]) => times.length / seconds;
  const medians = Object.fromEntries(Object.entries(storms).map(([name, runs]) => [name, {
    perSecond: Math.round(median(runs.map(rate))!), p50: round(median(runs.map(({ times }) => within(times, 0.5)))!, 1), p99: round(median(runs.map(({ times }) => within(times, 0.99)))!, 1),
  }]));
  const ratio = median(storms['rostrum']!.map((own, run) => rate(own) / rate(storms['fastify']![run]!)))!;
  return { bench: 'sign', signatures, connections, node: process.version, cores: availableParallelism(), medians, ratio: round(ratio, 2) };
}

/** The time within which this share of all was answered. */
function within(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** The same for people. */
export function signTableOf({ signatures, connections, node, cores, medians, ratio }: SignResult): string {
  const line = (...cells: string[]) => cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(12))).join('').trimEnd();
  const names: Record<string, string> = { rostrum: 'Rostrum', fastify: 'Fastify and SQLite' };
  return [
    `${signatures} signatures a run over ${connections} connections, each on disk before its answer; Node ${node}, ${cores} cores, the load on the same ones.`, '',
    line('', 'a second', 'p50 ms', 'p99 ms'),
    ...Object.entries(medians).map(([name, { perSecond, p50, p99 }]) => line(names[name] ?? name, String(perSecond), p50.toFixed(1), p99.toFixed(1))), '',
    `Rostrum takes ${Math.round(ratio * 100)} % of what the bare server takes; it also judges, counts and recognises who signed before.`,
  ].join('\n');
}
