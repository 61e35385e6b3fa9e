import { performance } from 'node:perf_hooks';
import { openLedger } from '../store/open-ledger.ts';
import { madeSignature } from './made-signatures.ts';

/** What one run of signing gave: acknowledged signatures a second, and how long one waited, in ms. */
export interface SigningRun {
  signers: number;
  perSecond: number;
  p50: number;
  p99: number;
}

/** How many sign at the same time, and for how long, in ms. One alone shows what a commit costs that nobody shares. */
const SIGNERS = [1, 64];
const LASTS = 5000;

// A program of its own: its store is the one that the environment names.
const ledger = await openLedger(process.env);
let made = 0;
const runs: SigningRun[] = [];
for (const signers of SIGNERS) {
  const waits: number[] = [];
  const started = performance.now();
  const sign = async () => {
    while (performance.now() - started < LASTS) {
      const asked = performance.now();
      await ledger.sign(madeSignature(made++));
      waits.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: signers }, sign));
  const seconds = (performance.now() - started) / 1000;
  waits.sort((a, b) => a - b);
  const share = (part: number) => Number(waits[Math.floor(waits.length * part)]!.toFixed(2));
  runs.push({ signers, perSecond: Math.round(waits.length / seconds), p50: share(0.5), p99: share(0.99) });
}
const exact = JSON.stringify(await ledger.counts('bench')) === JSON.stringify(await ledger.recount('bench'));
await ledger.close();
console.log(JSON.stringify({ runs, exact }));
