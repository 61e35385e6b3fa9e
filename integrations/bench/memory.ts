import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How often the processes are asked; the system itself keeps each one's highest value in between. */
const EVERY = 20;

/**
 * Follows the processes of a session and keeps the largest memory (`VmHWM`, proc(5)) that any of them reached. Where
 * there is no `/proc`, the peak stays undefined.
 */
export function watchMemory(session: number): { peak(): number | undefined; stop(): void } {
  if (!existsSync('/proc/self/status')) return { peak: () => undefined, stop: () => {} };
  let largest: number | undefined;
  const known = new Map<string, boolean>();
  const look = () => {
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      if (!known.has(pid)) known.set(pid, sessionOf(pid) === session);
      if (!known.get(pid)) continue;
      const peak = peakOf(pid);
      if (peak !== undefined && peak > (largest ?? 0)) largest = peak;
    }
  };
  const timer = setInterval(look, EVERY);
  return { peak: () => largest, stop: () => clearInterval(timer) };
}

function sessionOf(pid: string): number | undefined {
  // The name in brackets may hold anything; after it come state, parent, group, session.
  const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ');
  return fields && Number(fields[3]);
}

function peakOf(pid: string): number | undefined {
  const kib = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kib === undefined ? undefined : (Number(kib) * 1024) / 1e6;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
}
