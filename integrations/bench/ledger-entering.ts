import { openLedger } from '../store/open-ledger.ts';
import { madeResponse } from './made-signatures.ts';
import { peakMemory } from './own-cost.ts';

/** Entering all answers of a form: processor seconds of this process, seconds, and its largest memory in MB of 10^6 bytes. */
export interface EnteringRun {
  responses: number;
  cpu: number;
  wall: number;
  memory: number;
  /** The same again, with nothing new. */
  againCpu: number;
  exact: boolean;
}

/** Answers that the Forms API gives at a time, at most. */
const PAGE = 5000;

// A program of its own, because memory that somebody else took would count.
const responses = Number(process.argv[2]);
const ledger = await openLedger(process.env);
const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
const enterAll = async () => {
  const before = process.cpuUsage();
  for (let start = 0; start < responses; start += PAGE) {
    await ledger.enter('bench', Array.from({ length: Math.min(PAGE, responses - start) }, (_, index) => madeResponse(start + index)));
    if (process.stderr.isTTY) process.stderr.write(`\r${start + PAGE} answers …`);
  }
  return seconds(process.cpuUsage(before));
};
const started = performance.now();
const cpu = await enterAll();
const wall = (performance.now() - started) / 1000;
const againCpu = await enterAll();
const exact = JSON.stringify(await ledger.counts('bench')) === JSON.stringify(await ledger.recount('bench'));
await ledger.close();
const run: EnteringRun = { responses, cpu: Number(cpu.toFixed(1)), wall: Number(wall.toFixed(1)), memory: peakMemory(), againCpu: Number(againCpu.toFixed(1)), exact };
console.log(JSON.stringify(run));
