import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskWorld } from '../petitions/waiting-time.ts';

/** How much faster than real time the benchmark's clock goes: minutes between relay and form pass in seconds. */
const FASTER = 60;

/** A clock that all processes of a run share, from the moment `start` (milliseconds) on. */
export function quickClock(start: number, log: (line: string) => void = () => {}): DeskWorld {
  return {
    now: () => start + (Date.now() - start) * FASTER,
    random: Math.random,
    wait: (milliseconds, signal) => sleep(milliseconds / FASTER, undefined, { signal }).catch(() => {}),
    log,
  };
}
