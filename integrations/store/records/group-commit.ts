import { StoreFault, type NewSignature, type Signed } from '../ledger.ts';

/** Most signatures of one commit: it has to be quick for the last of them too. */
const MOST = 1000;

interface Waiting {
  signature: NewSignature;
  resolve(signed: Signed): void;
  reject(fault: unknown): void;
}

/**
 * Signing for many at once: whoever asks while a commit is under way shares the next one, and its one wait for the
 * disk. `signAll` writes a group, all or none; `next` calls back when whatever has arrived meanwhile was read.
 */
export function groupCommit(signAll: (signatures: readonly NewSignature[]) => Promise<Signed[]>, next: (call: () => void) => void = setImmediate): (signature: NewSignature) => Promise<Signed> {
  let waiting: Waiting[] = [];
  let underWay = false;

  const commit = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const signed = await signAll(group.map(({ signature }) => signature));
      for (const [index, { resolve }] of group.entries()) resolve(signed[index]!);
    } catch (fault) {
      // The store works, so one of them is to blame; the others must not suffer for it.
      if (!(fault instanceof StoreFault) && group.length > 1) for (const one of group) await commit([one]);
      else for (const { reject } of group) reject(fault);
    }
  };
  const round = async () => {
    const group = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    await commit(group);
    if (waiting.length > 0) next(() => void round());
    else underWay = false;
  };
  return (signature) =>
    new Promise((resolve, reject) => {
      waiting.push({ signature, resolve, reject });
      if (underWay) return;
      underWay = true;
      next(() => void round());
    });
}
