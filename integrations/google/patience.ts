import { setTimeout as sleep } from 'node:timers/promises';
import { GoogleFault } from './google-fault.ts';

/** Timer and chance, as waiting needs them. */
export interface PatienceWorld {
  /** Settles after so many milliseconds; rejects when called off. */
  wait(milliseconds: number): Promise<unknown>;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

const realWorld: PatienceWorld = { wait: (milliseconds) => sleep(milliseconds), random: Math.random };

/** Seconds between tries, as Google asks for (“truncated exponential backoff”); a quota counts for a minute. */
const WAITS = [1, 2, 4, 8, 16, 32, 64];

/** A wait of `base` milliseconds, up to a quarter longer, so that many do not come back at once. */
const spread = (base: number, random: number): number => Math.round(base * (1 + random / 4));

/**
 * Calls until it goes well, waiting longer each time and at least as long as Google asks; faults that do not pass are thrown at once, the last
 * one after eight tries, or one more than `waits` has seconds. The client's own retries do not know `Retry-After`, and give up within three seconds.
 */
export async function patiently<T>(call: () => Promise<T>, world: PatienceWorld = realWorld, waits: readonly number[] = WAITS): Promise<T> {
  for (const wait of waits) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof GoogleFault && error.passes)) throw error;
      await world.wait(Math.max(error.wait ?? 0, spread(wait * 1000, world.random())));
    }
  }
  return call();
}
