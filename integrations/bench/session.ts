import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How often the processes are asked; the system itself keeps each one's highest memory in between. */
const EVERY = 20;
/** Linux counts processor time for programs in hundredths of a second (`USER_HZ`, times(2)). */
const TICKS = 100;

export interface SessionWatch {
  /** Largest memory (`VmHWM`, proc(5)) that any one process reached, in MB; undefined without `/proc`. */
  memory(): number | undefined;
  /** Processor seconds of all processes as far as they were seen; a little too low, since their last moments go unseen. */
  cpu(): number;
  stop(): void;
}

/** Follows all processes of a session from outside. */
export function watchSession(session: number): SessionWatch {
  if (!existsSync('/proc/self/status')) return { memory: () => undefined, cpu: () => 0, stop: () => {} };
  const members = new Map<string, { memory: number; cpu: number }>();
  const strangers = new Set<string>();
  const look = () => {
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid) || strangers.has(pid)) continue;
      // The name in brackets may hold anything; after it come state, parent, group, session and, as 12th and 13th, times.
      const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ');
      if (!fields) continue;
      if (Number(fields[3]) !== session) {
        strangers.add(pid);
        continue;
      }
      const kib = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
      const memory = kib === undefined ? 0 : (Number(kib) * 1024) / 1e6;
      members.set(pid, { memory: Math.max(memory, members.get(pid)?.memory ?? 0), cpu: (Number(fields[11]) + Number(fields[12])) / TICKS });
    }
  };
  const timer = setInterval(look, EVERY);
  const all = () => [...members.values()];
  return {
    memory: () => Math.max(...all().map(({ memory }) => memory)),
    cpu: () => all().reduce((sum, { cpu }) => sum + cpu, 0),
    stop: () => clearInterval(timer),
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
}
