import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Servers that are killed and started again. */
export interface Herd {
  /** An address of one that is up, one after the other; waits while none is. */
  address(): Promise<string>;
  /** Ends one at once, in the middle of whatever it does (`SIGKILL`), and starts another. */
  killOne(): Promise<void>;
  killed(): number;
  end(): Promise<void>;
}

interface Member {
  child: ChildProcess;
  address: Promise<string>;
}

/** Starts so many processes of `script`, each of which tells its address once it is up. */
export function herdOf(size: number, script: string, args: readonly string[], env: NodeJS.ProcessEnv): Herd {
  let turn = 0;
  let killed = 0;
  const start = (): Member => {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, { env });
    const address = new Promise<string>((resolve) => child.once('message', (told) => resolve((told as { address: string }).address)));
    return { child, address };
  };
  const members = Array.from({ length: size }, start);
  const end = ({ child }: Member) => new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
  return {
    address: () => members[turn++ % members.length]!.address,
    async killOne() {
      const place = killed++ % members.length;
      await end(members[place]!);
      members[place] = start();
      await members[place].address;
    },
    killed: () => killed,
    end: async () => void (await Promise.all(members.map(end))),
  };
}
