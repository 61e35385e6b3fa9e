import { networkOf } from './network-of-sender.ts';

/** Most attempts at the door within `window` ms, of one network and of all. Two browsers of one office need four each. */
export const ATTEMPTS = { window: 600_000, network: 60, total: 3000 };

/**
 * Counts attempts, and tells whether one more may be made. Every window begins anew; what is remembered is bounded by
 * the total. Unknown addresses are one network. In this process alone: behind several, each has its own count.
 */
export function attemptLimit({ window, network: most, total } = ATTEMPTS): (address: string, now: number) => boolean {
  let began = Number.NEGATIVE_INFINITY;
  let all = 0;
  let networks = new Map<string, number>();
  return (address, now) => {
    // A clock that was set back begins anew, too.
    if (now - began >= window || now < began) {
      began = now;
      all = 0;
      networks = new Map();
    }
    const network = networkOf(address) ?? '';
    const count = networks.get(network) ?? 0;
    if (all >= total || count >= most) return false;
    all++;
    networks.set(network, count + 1);
    return true;
  };
}
