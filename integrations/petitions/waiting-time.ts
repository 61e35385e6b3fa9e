import { setTimeout as sleep } from 'node:timers/promises';

/** Clock, timer, chance and log of the work between ledger and form. Times in milliseconds. */
export interface DeskWorld {
  now(): number;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** Settles after so long, or as soon as it is called off. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  log(line: string): void;
}

export const realDesk: DeskWorld = {
  now: Date.now,
  random: Math.random,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => {}),
  log: (line) => console.error(line),
};

/** While the form takes others, nobody's signature waits for longer than one that was sent and is not seen does until it is sent again. */
const [FIRST, LAST] = [60_000, 900_000];

/** How long a signature waits after so many tries: a minute, doubled each time up to a quarter of an hour, and up to a quarter longer. */
export function waitingTime(attempts: number, random: number): number {
  return Math.round(Math.min(FIRST * 2 ** attempts, LAST) * (1 + random / 4));
}
