import type { Ledger } from '../../integrations/store/ledger.ts';
import { BURST_WINDOW, MINUTE_WINDOW } from '../domain/suspicion.ts';

/** A signature in a burst, as `inBurst` tells. */
export interface Burst {
  petition: string;
  network: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** So many networks are remembered; an attack from more is noticed anew for each. */
const MOST = 10_000;

/**
 * Looks back in a burst: what came from the network in the ten minutes before was counted, because nobody could know yet,
 * and now waits for a reviewer. Once a minute for a network, so that what was on its way at the first look is found by the
 * second. Resolves with the number of signatures that changed, which a reviewer takes back like any other review; rejects
 * with the ledger's faults, and then looks again next time.
 */
export function lookBack(ledger: Pick<Ledger, 'review'>): (burst: Burst) => Promise<number> {
  const looked = new Map<string, number>();
  return async ({ petition, network, at }) => {
    const key = `${petition} ${network}`;
    const last = looked.get(key);
    if (last !== undefined && at - last < MINUTE_WINDOW) return 0;
    if (looked.size >= MOST) looked.clear();
    looked.set(key, at);
    try {
      const { changed } = await ledger.review({ petition, network, states: ['valid'], from: at - BURST_WINDOW, to: at + 1 }, 'suspect', at);
      return changed;
    } catch (error) {
      looked.delete(key);
      throw error;
    }
  };
}
