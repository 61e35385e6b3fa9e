import type { SeriesWish } from '../store/history.ts';
import { openStore } from '../store/open-store.ts';
import { DAYS, madeDay } from './made-figures.ts';
import { peakMemory } from './own-cost.ts';

/** All that the overview asks, again and again: how long one round took, in ms, and the largest memory in MB of 10^6 bytes. */
export interface AskingRun {
  rounds: number;
  p50: number;
  p95: number;
  /** Processor time of one round in this process, in ms: what is left of it on a machine that does nothing else. */
  cpu: number;
  /** Figures, gifts and mentions of one round. */
  rows: number;
  memory: number;
  /** p95 of each question by itself, in ms. */
  questions: Record<string, number>;
}

const [WARM_UP, ROUNDS] = [10, 100];

// A program of its own, because memory that somebody else took would count.
const { history, close } = await openStore(process.env);
/** Twelve months and the twelve before. */
const TWO_YEARS = { from: '2024-11-01', to: madeDay(DAYS - 1) };
const series = (wish: Omit<SeriesWish, 'from' | 'to'>) => () => history.series({ ...TWO_YEARS, ...wish });
const QUESTIONS: Record<string, () => Promise<readonly unknown[]>> = {
  'everything by day': series({ about: { entity: '' }, by: 'day' }),
  'everything by week': series({ about: { entity: '' }, by: 'week' }),
  'everything by month': series({ about: { entity: '' }, by: 'month' }),
  'twenty stories by month': series({ about: { kind: 'story' }, most: 20, by: 'month' }),
  'languages by month': series({ about: { kind: 'lang' }, by: 'month' }),
  'campaigns by month': series({ about: { kind: 'campaign' }, by: 'month' }),
  'networks by month': series({ about: { kind: 'network' }, by: 'month' }),
  'money by month': series({ about: { kind: 'money' }, by: 'month' }),
  gifts: () => history.gifts(TWO_YEARS),
  mentions: () => history.mentions(TWO_YEARS, 50),
  standings: () => history.standings(),
};
const took: Record<string, number[]> = { all: [] };
let rows = 0;
let before = process.cpuUsage();
for (let round = -WARM_UP; round < ROUNDS; round++) {
  if (round === 0) before = process.cpuUsage();
  const started = performance.now();
  rows = 0;
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const asked = performance.now();
    rows += (await ask()).length;
    if (round >= 0) (took[name] ??= []).push(performance.now() - asked);
  }
  if (round >= 0) took['all']!.push(performance.now() - started);
}
const { user, system } = process.cpuUsage(before);
await close();
const share = (times: number[], part: number) => Number(times.sort((a, b) => a - b)[Math.floor(times.length * part)]!.toFixed(1));
const { all, ...each } = took as { all: number[] } & Record<string, number[]>;
const run: AskingRun = {
  rounds: ROUNDS, p50: share(all, 0.5), p95: share(all, 0.95), cpu: Number(((user + system) / 1000 / ROUNDS).toFixed(1)), rows,
  memory: peakMemory(),
  questions: Object.fromEntries(Object.entries(each).map(([name, times]) => [name, share(times, 0.95)])),
};
console.log(JSON.stringify(run));
