import { networkOf } from './network-of-sender.ts';

/** Most attempts at the door within `window` ms of one network, and how many networks are remembered. Two browsers of one office need four each. */
export const ATTEMPTS = { window: 600_000, network: 60, remembered: 3000 };

/**
 * Counts attempts, and tells whether one more may be made. Every window begins anew. When more networks knock than are
 * remembered, the oldest is forgotten: nobody can be locked out by a crowd, and what is guessed has 256 bits. Unknown
 * addresses are one network. In this process alone: behind several, each has its own count.
 */
export function attemptLimit({ window, network: most, remembered } = ATTEMPTS): (address: string, now: number) => boolean {
  let began = Number.NEGATIVE_INFINITY;
  let networks = new Map<string, number>();
  return (address, now) => {
    // A clock that was set back begins anew, too.
    if (now - began >= window || now < began) {
      began = now;
      networks = new Map();
    }
    const network = networkOf(address) ?? '';
    const count = networks.get(network) ?? 0;
    if (count >= most) return false;
    networks.delete(network);
    networks.set(network, count + 1);
    if (networks.size > remembered) networks.delete(networks.keys().next().value!);
    return true;
  };
}
