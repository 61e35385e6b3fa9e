import { LONGEST_WAIT, tooLate } from '../in-time.ts';
import { StoreFault, type NewSignature, type Signed } from '../ledger.ts';

/** Most signatures of one commit: it has to be quick for the last of them too. */
const MOST = 1000;

interface Waiting {
  signature: NewSignature;
  resolve(signed: Signed): void;
  reject(fault: unknown): void;
  /** Milliseconds by the process’s own clock. */
  since: number;
  /** Whoever waited for too long was told so, and is not signed any more unless that had begun. */
  gaveUp: boolean;
}

/** When a group is begun: the first of somebody who signs while nothing is under way, and the next one after a commit. */
export interface GroupTurns {
  first(call: () => void): void;
  next(call: () => void): void;
}

/** For a store that works in this thread: whatever has arrived meanwhile is read, and whoever is stored is answered, before it works again. */
const HERE: GroupTurns = { first: setImmediate, next: setImmediate };

/** For a store that works elsewhere: it gets the next group before this thread answers those of the last one. */
export const ELSEWHERE: GroupTurns = { first: setImmediate, next: (call) => call() };

/**
 * Signing for many at once: whoever asks while a commit is under way shares the next one, and its one wait for the
 * disk. `signAll` writes a group, all or none. Rejects with a `StoreFault` what is not on disk after `longest`; a commit that is under way
 * then may still come to its end, and the same `ref` finds it.
 */
export function groupCommit(signAll: (signatures: readonly NewSignature[]) => Promise<Signed[]>, turns = HERE, longest = LONGEST_WAIT): (signature: NewSignature) => Promise<Signed> {
  let waiting: Waiting[] = [];
  let group: readonly Waiting[] = [];
  let underWay = false;
  let watch: NodeJS.Timeout | undefined;

  // One look at all of them now and then: a timer for each would cost a busy server more than the signature's way to the disk.
  const look = () => {
    const late = performance.now() - longest;
    for (const one of [...group, ...waiting]) {
      if (one.since > late || one.gaveUp) continue;
      one.gaveUp = true;
      one.reject(tooLate());
    }
  };

  const commit = async (group: readonly Waiting[]): Promise<() => void> => {
    try {
      const signed = await signAll(group.map(({ signature }) => signature));
      return () => group.forEach(({ resolve }, index) => resolve(signed[index]!));
    } catch (fault) {
      if (fault instanceof StoreFault || group.length === 1) return () => group.forEach(({ reject }) => reject(fault));
      // The store works, so one of them is to blame; the others must not suffer for it.
      const answers: (() => void)[] = [];
      for (const one of group) answers.push(await commit([one]));
      return () => answers.forEach((answer) => answer());
    }
  };
  const round = async () => {
    group = waiting.slice(0, MOST).filter(({ gaveUp }) => !gaveUp);
    waiting = waiting.slice(MOST);
    const answer = group.length === 0 ? () => {} : await commit(group);
    group = [];
    if (waiting.length > 0) turns.next(() => void round());
    else {
      underWay = false;
      clearInterval(watch);
    }
    answer();
  };
  return (signature) =>
    new Promise((resolve, reject) => {
      waiting.push({ signature, resolve, reject, since: performance.now(), gaveUp: false });
      if (underWay) return;
      underWay = true;
      watch = setInterval(look, Math.min(1_000, longest / 4)).unref();
      turns.first(() => void round());
    });
}
