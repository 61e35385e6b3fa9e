import type { Instant } from '../../src/domain/instant.ts';
import type { BuildChild, BuildOutcome } from './build-child.ts';

/** Clock, timers, builder and log, as a publish clock needs them. Times in milliseconds. */
export interface PublishWorld {
  now(): number;
  /** Calls back after `wait`; returns what calls it off. */
  after(wait: number, call: () => void): () => void;
  build(): BuildChild;
  log(line: string): void;
}

/** Builds the site in the background, one build at a time: when something scheduled comes out, and when asked to. */
export interface PublishClock {
  /** Takes note of the next change of the release that is served now; null when nothing is to come. */
  follow(nextChange: Instant | null): void;
  /** Builds now, or once more after the build that is under way. Settles with the first outcome; never when stopped. */
  build(): Promise<BuildOutcome>;
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
  let waiting: ((outcome: BuildOutcome) => void)[] = [];
  let callOff = () => {};
  let stopped = false;

  function wait(time: number): void {
    callOff();
    const rest = time - world.now();
    // In steps of a minute: timers end at 24 days, and a clock that was set right meanwhile is noticed.
    callOff = rest <= 0 ? world.after(0, () => void build()) : world.after(Math.min(rest, MINUTE), () => wait(time));
  }

  async function build(): Promise<void> {
    callOff();
    const [change, at, asking] = [due, world.now(), waiting];
    waiting = [];
    child = world.build();
    const outcome = await child.outcome;
    child = undefined;
    if (stopped) return;
    asking.forEach((tell) => tell(outcome));
    if (outcome.ok) {
      failures = 0;
      failure = undefined;
      if (change !== undefined && change <= at) done = change;
    } else {
      failure = outcome.reason;
    }
    // Somebody asked after this build had read the texts.
    if (waiting.length > 0) return void build();
    if (outcome.ok) {
      if (due !== undefined && due !== done) wait(due);
      return;
    }
    const minutes = RETRIES[Math.min(failures++, RETRIES.length - 1)]!;
    world.log(`The build of ${new Date(at).toISOString()} failed: ${failure} The site stays as it was; the next try is in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`);
    const [now, next] = [world.now(), world.now() + minutes * MINUTE];
    wait(due !== undefined && due > now && due < next ? due : next);
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
    build() {
      const outcome = new Promise<BuildOutcome>((resolve) => waiting.push(resolve));
      if (!child && !stopped) void build();
      return outcome;
    },
    failure: () => failure,
    stop() {
      stopped = true;
      callOff();
      child?.stop();
    },
  };
}
