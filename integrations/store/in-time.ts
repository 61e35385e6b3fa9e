import { StoreFault } from './ledger.ts';

/** How long somebody who signs waits for a store that does not answer, in milliseconds; then there still is the direct way to the form. */
export const LONGEST_WAIT = 8_000;

/** What is said then. */
export const tooLate = (): StoreFault => new StoreFault('The store did not answer in time. See whether its disk or its database server does.');

/** The same promise, rejected with a `StoreFault` when it takes longer. */
export function inTime<T>(work: Promise<T>, longest = LONGEST_WAIT): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(tooLate()), longest).unref();
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
