import { Worker } from 'node:worker_threads';
import { StoreFault, type NewSignature, type Signed } from '../ledger.ts';
import type { GroupOutcome } from './signing-program.ts';

/** Writes signatures in another thread of this process. */
export interface SigningThread {
  /** Like the ledger's `signAll`, one group after the other; nothing else of this process may write meanwhile. */
  signAll(signatures: readonly NewSignature[]): Promise<Signed[]>;
  /** Ends the thread; what it was writing must have been answered. */
  close(): Promise<void>;
}

/**
 * A thread over the store's file, begun with the first group and anew after one that ended by itself. The processor then answers
 * people while the disk is waited for, which takes a third of the time of a signature.
 */
export function signingThread(path: string, start = () => new Worker(new URL('signing-program.ts', import.meta.url), { workerData: path })): SigningThread {
  let worker: Worker | undefined;
  const begin = () => {
    const begun = start();
    // Its end is heard while somebody waits for it, and at the next group otherwise.
    begun.on('error', () => undefined).once('exit', () => worker === begun && (worker = undefined));
    return begun;
  };
  return {
    async signAll(signatures) {
      const thread = (worker ??= begin());
      // Only what is under way keeps the process alive.
      thread.ref();
      const outcome = await new Promise<GroupOutcome>((resolve) => {
        const settle = (told: GroupOutcome) => {
          thread.off('message', settle).off('exit', lost).unref();
          resolve(told);
        };
        const lost = () => settle({ fault: 'The part of Rostrum that writes signatures ended by itself. Try again; see the log if this stays.', store: true });
        thread.on('message', settle).once('exit', lost).postMessage(JSON.stringify(signatures));
      });
      if ('signed' in outcome) return JSON.parse(outcome.signed) as Signed[];
      throw outcome.store ? new StoreFault(outcome.fault) : new Error(outcome.fault);
    },
    async close() {
      await worker?.terminate();
    },
  };
}
