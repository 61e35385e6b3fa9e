import type { Ledger } from '../../integrations/store/ledger.ts';
import { BURST_WINDOW } from '../domain/suspicion.ts';

/** A signature by which a burst was noticed, as `inBurst` tells. */
export interface Burst {
  petition: string;
  network: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** So many networks are remembered; an attack from more is noticed anew for each. */
const MOST = 10_000;

/**
 * Looks back when a burst begins: what came from the network in the ten minutes before was counted, because nobody could
 * know yet, and now waits for a reviewer. Once per network and ten minutes, since all that follows is flagged by itself.
 * Resolves with the number of signatures that changed; a reviewer takes it back like any other review.
 */
export function lookBack(ledger: Pick<Ledger, 'review'>): (burst: Burst) => Promise<number> {
  const looked = new Map<string, number>();
  return async ({ petition, network, at }) => {
    const key = `${petition} ${network}`;
    const last = looked.get(key);
    if (last !== undefined && at - last < BURST_WINDOW) return 0;
    if (looked.size >= MOST) looked.clear();
    looked.set(key, at);
    const { changed } = await ledger.review({ petition, network, states: ['valid'], from: at - BURST_WINDOW, to: at + 1 }, 'suspect', at);
    return changed;
  };
}
