import { parentPort, workerData } from 'node:worker_threads';
import { StoreFault, type NewSignature } from '../ledger.ts';
import { signAll } from '../records/signing.ts';
import { sqliteEngine } from './sqlite-engine.ts';

/** What became of a group: its answers, or why none of it was written; `store` tells a fault of the store from one of the program. */
export type GroupOutcome = { signed: string } | { fault: string; store: boolean };

// Runs in a thread of its own, see `signing-thread.ts`. Groups come and go as JSON, which costs a third of a clone of the same objects.
const engine = sqliteEngine(workerData as string);
parentPort!.on('message', async (group: string) => parentPort!.postMessage(await write(group)));

async function write(group: string): Promise<GroupOutcome> {
  try {
    return { signed: JSON.stringify(await signAll(engine, JSON.parse(group) as NewSignature[])) };
  } catch (error) {
    return { fault: (error as Error).message, store: error instanceof StoreFault };
  }
}
