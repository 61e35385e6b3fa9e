/** Signatures a second; bounds and steps of the rate. */
export interface PaceLimits {
  start: number;
  least: number;
  most: number;
  /** Added after each one that was taken. */
  step: number;
}

/** Google publishes no limit for answers from one address; 2 a second is believed to be safe, so the rate starts there and feels its way. */
const PACE: PaceLimits = { start: 2, least: 0.05, most: 20, step: 0.05 };

/** How fast a relay may go: a little faster with each one that is taken, half as fast whenever Google wants a pause. Times in milliseconds. */
export interface Pace {
  /** Takes the next turn; the milliseconds to wait until it. */
  turn(now: number): number;
  /** How long nothing may be sent, because Google wants a pause. */
  rest(now: number): number;
  taken(): void;
  /** Google wants a pause, of `wait` if it says how long. */
  tooFast(now: number, wait: number | undefined): void;
  rate(): number;
}

/** A pause when Google does not say how long, and the longest that it may ask for; milliseconds. */
const [PAUSE, LONGEST] = [30_000, 3_600_000];

export function paceOf(limits: PaceLimits = PACE, pause = PAUSE): Pace {
  let rate = limits.start;
  let next = 0;
  let held = 0;
  // A clock that was set back must not make anybody wait for what it had been.
  const heldAt = (now: number) => (held = Math.min(held, now + LONGEST));
  return {
    turn(now) {
      const at = Math.max(now, Math.min(next, now + 1000 / rate), heldAt(now));
      next = at + 1000 / rate;
      return at - now;
    },
    rest: (now) => Math.max(0, heldAt(now) - now),
    taken() {
      rate = Math.min(limits.most, rate + limits.step);
    },
    tooFast(now, wait) {
      // Those that were on their way together are one mistake.
      if (now >= held) rate = Math.max(limits.least, rate / 2);
      held = Math.max(held, now + (wait ?? pause));
    },
    rate: () => rate,
  };
}
