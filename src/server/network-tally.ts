import { BURST_WINDOW, DAY_WINDOW, MINUTE_WINDOW } from '../domain/suspicion.ts';

/** How many came from a network lately. */
export interface NetworkTally {
  minute: number;
  burst: number;
  day: number;
}

/** Counts who came from which network, in this process; what came before it began, or by another one, is asked for when a network is new, and each minute while many come from it. */
export interface NetworkCounter {
  /** How many came before this one, which is counted from now on. */
  count(petition: string, network: string, now: number): Promise<NetworkTally>;
}

/** What is remembered of one network: counts by step of ten seconds, of a minute and of two hours, each with the number of its step. */
interface Steps {
  moments: [step: number, count: number][];
  minutes: [step: number, count: number][];
  hours: [step: number, count: number][];
  /** How many came before this process began or by another one, when the ledger was last asked (milliseconds). */
  others: { burst: number; day: number; asked: number };
}

/** Of a network from which one person came, as most are, only when that was (milliseconds). */
type Remembered = Steps | number;

const MOMENT_STEP = MINUTE_WINDOW / 6;
const MINUTE_STEP = BURST_WINDOW / 10;
const HOUR_STEP = DAY_WINDOW / 12;

/** From so many in ten minutes on it matters whether others count here, too, and how long their word is good enough, in milliseconds. */
const [BUSY, ASK_AGAIN] = [3, MINUTE_WINDOW];

/** What was before this process began. */
export interface Past {
  /** Whether anybody had signed the petition at all. */
  any(petition: string): Promise<boolean>;
  /** How many came from the network since a moment. */
  from(petition: string, network: string, since: number): Promise<number>;
}

/**
 * A counter for the networks that were seen last, `most` of them at most and at least half as many. Asking the ledger for each
 * signature would make a crowd behind one address slower with everybody who joins it, so the past is asked only when
 * a network is new here, and not at all for a petition that began here.
 */
export function countNetworks(past: Past, most = 50_000): NetworkCounter {
  // Two halves: when the newer one is full, the older one is forgotten as a whole.
  let newer = new Map<string, Remembered | Promise<Remembered>>();
  let older = new Map<string, Remembered | Promise<Remembered>>();
  const begun = new Map<string, boolean | Promise<boolean>>();

  function hasPast(petition: string): boolean | Promise<boolean> {
    let has = begun.get(petition);
    if (has === undefined) {
      begun.set(petition, (has = past.any(petition)));
      has.then((any) => begun.set(petition, any), () => begun.delete(petition));
    }
    return has;
  }

  function remember(name: string, what: Remembered | Promise<Remembered>): void {
    newer.set(name, what);
    if (newer.size < most / 2) return;
    older = newer;
    newer = new Map();
  }

  async function firstSeen(petition: string, network: string, now: number): Promise<Steps> {
    const day = (await hasPast(petition)) ? await past.from(petition, network, now - DAY_WINDOW) : 0;
    const burst = day === 0 ? 0 : await past.from(petition, network, now - BURST_WINDOW);
    return { moments: [], minutes: [], hours: [], others: { burst, day, asked: now } };
  }

  /** Nobody waits for this: those who come meanwhile are judged by what is known. */
  async function askAgain(petition: string, network: string, steps: Steps, now: number): Promise<void> {
    steps.others.asked = now;
    const [burst, day] = [await past.from(petition, network, now - BURST_WINDOW), await past.from(petition, network, now - DAY_WINDOW)];
    const own = ownCounts(steps, now);
    steps.others = { burst: Math.max(0, burst - own.burst), day: Math.max(0, day - own.day), asked: now };
  }

  function ask(name: string, petition: string, network: string, now: number): Promise<Remembered> {
    const asked = firstSeen(petition, network, now);
    remember(name, asked);
    // A store that was out of reach is asked again next time.
    asked.catch(() => [newer, older].forEach((half) => half.get(name) === asked && half.delete(name)));
    return asked;
  }

  return {
    async count(petition, network, now) {
      const name = `${petition} ${network}`;
      let found = newer.get(name) ?? older.get(name);
      // Nearly everybody is new here, and waiting for nothing costs them, too.
      if (found === undefined && begun.get(petition) === false) {
        remember(name, now);
        return { minute: 0, burst: 0, day: 0 };
      }
      found ??= ask(name, petition, network, now);
      const known = found instanceof Promise ? await found : found;
      const steps = typeof known === 'number' ? stepsFrom(known) : known;
      if (steps !== newer.get(name)) remember(name, steps);
      const tally = counted(steps, now);
      if (tally.burst >= BUSY && Math.abs(now - steps.others.asked) >= ASK_AGAIN) void askAgain(petition, network, steps, now).catch(() => {});
      return tally;
    },
  };
}

function stepsFrom(once: number): Steps {
  const steps: Steps = { moments: [], minutes: [], hours: [], others: { burst: 0, day: 0, asked: once } };
  counted(steps, once);
  return steps;
}

/** What came before, to which one is added. */
function counted(steps: Steps, now: number): NetworkTally {
  const { moments, minutes, hours, others } = steps;
  const since = now - others.asked;
  return {
    minute: step(moments, Math.floor(now / MOMENT_STEP), 6),
    burst: step(minutes, Math.floor(now / MINUTE_STEP), 10) + (since < BURST_WINDOW ? others.burst : 0),
    day: step(hours, Math.floor(now / HOUR_STEP), 12) + (since < DAY_WINDOW ? others.day : 0),
  };
}

/** What this process itself has counted by now. */
function ownCounts({ minutes, hours }: Steps, now: number): Pick<NetworkTally, 'burst' | 'day'> {
  const since = (steps: Steps['minutes'], first: number) => steps.reduce((sum, [at, count]) => sum + (at > first ? count : 0), 0);
  return { burst: since(minutes, Math.floor(now / MINUTE_STEP) - 10), day: since(hours, Math.floor(now / HOUR_STEP) - 12) };
}

/** The sum of the last `width` steps, in which `now` then gets one more. */
function step(steps: [step: number, count: number][], now: number, width: number): number {
  while (steps.length > 0 && steps[0]![0] <= now - width) steps.shift();
  let sum = 0;
  for (const [, count] of steps) sum += count;
  const last = steps.at(-1);
  // A clock that was set back counts on in the newest step.
  if (last && last[0] >= now) last[1]++;
  else steps.push([now, 1]);
  return sum;
}
