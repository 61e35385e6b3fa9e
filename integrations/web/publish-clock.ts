import type { Instant } from '../../src/domain/instant.ts';
import type { BuildChild } from './build-child.ts';

/** Clock, timers, builder and log, as a publish clock needs them. Times in milliseconds. */
export interface PublishWorld {
  now(): number;
  /** Calls back after `wait`; returns what calls it off. */
  after(wait: number, call: () => void): () => void;
  build(): BuildChild;
  log(line: string): void;
}

/** Builds the site again at the moment that something scheduled comes out. */
export interface PublishClock {
  /** Takes note of the next change of the release that is served now; null when nothing is to come. */
  follow(nextChange: Instant | null): void;
  /** Why the last build failed; undefined when it went well. */
  failure(): string | undefined;
  /** Calls everything off, a build under way too. */
  stop(): void;
}

const MINUTE = 60_000;
const RETRIES = [1, 5, 15];

/** A publish clock at rest. After a failed build it tries again in 1, 5 and then every 15 minutes. */
export function publishClock(world: PublishWorld): PublishClock {
  let due: number | undefined;
  let done: number | undefined;
  let failures = 0;
  let failure: string | undefined;
  let child: BuildChild | undefined;
  let callOff = () => {};
  let stopped = false;

  function wait(time: number): void {
    callOff();
    const rest = time - world.now();
    // In steps of a minute: timers end at 24 days, and a clock that was set right meanwhile is noticed.
    callOff = rest <= 0 ? world.after(0, () => void build()) : world.after(Math.min(rest, MINUTE), () => wait(time));
  }

  async function build(): Promise<void> {
    const [change, at] = [due, world.now()];
    child = world.build();
    const outcome = await child.outcome;
    child = undefined;
    if (stopped) return;
    if (outcome.ok) {
      failures = 0;
      failure = undefined;
      done = change;
      if (due !== undefined && due !== change) wait(due);
      return;
    }
    const minutes = RETRIES[Math.min(failures++, RETRIES.length - 1)]!;
    failure = outcome.reason;
    world.log(`The build of ${new Date(at).toISOString()} failed: ${failure} The site stays as it was; the next try is in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`);
    wait(world.now() + minutes * MINUTE);
  }

  return {
    follow(nextChange) {
      due = nextChange === null ? undefined : Date.parse(nextChange);
      if (child || stopped) return;
      callOff();
      failures = 0;
      failure = undefined;
      // A build that changed nothing about this moment would be followed by another one without end.
      if (due !== undefined && due !== done) wait(due);
    },
    failure: () => failure,
    stop() {
      stopped = true;
      callOff();
      child?.stop();
    },
  };
}
