import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Refusal } from '../refusal.ts';
import { watchSession } from './session.ts';

/** What one run of a program cost. */
export interface Cost {
  /** Processor seconds, user and system, of the program and of everything that it started. */
  cpu: number;
  /** Seconds from start to end. */
  wall: number;
  /** Largest memory of any one of its processes, in MB of 10^6 bytes; undefined where the system does not tell. */
  memory: number | undefined;
}

export interface Program {
  command: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where its output goes, to be shown when it fails. */
  log: string;
}

/** A build that takes longer than this hangs. */
const LONGEST = 15 * 60_000;

/**
 * Runs a program to its end and tells what it cost. A shell waits for it and says with POSIX `times` what it and all
 * descendants that were waited for used; Node knows only its own use. What nobody waited for (Pagefind's process ends
 * with its parent) is missing there, so on Linux the processes are watched as well, and the higher sum counts. The
 * program gets a session of its own, by which its processes are found, and ended when the run is stopped.
 */
export async function measure({ command, cwd, env, log }: Program): Promise<Cost> {
  const started = performance.now();
  const script = '"$@" >&3 2>&3 3>&-; code=$?; times; exit $code';
  const output = createWriteStream(log);
  await new Promise((resolve) => output.once('open', resolve));
  const shell = spawn('sh', ['-c', script, 'sh', ...command], { cwd, env: { ...env, LC_ALL: 'C' }, detached: true, stdio: ['ignore', 'pipe', 'inherit', output] });
  const watch = watchSession(shell.pid!);
  const stop = () => end(shell.pid!);
  const deadline = setTimeout(stop, LONGEST);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let times = '';
  shell.stdout!.on('data', (text: Buffer) => (times += text.toString()));
  try {
    const code = await new Promise<number | null>((resolve, reject) => shell.once('error', reject).once('close', resolve));
    const wall = (performance.now() - started) / 1000;
    if (code !== 0) throw new Refusal(`“${command.join(' ')}” in ${cwd} ${code === null ? 'was stopped' : 'failed'}; its last words:\n${(await readFile(log, 'utf8')).slice(-2000)}`);
    return { cpu: Math.max(secondsIn(times), watch.cpu()), wall, memory: watch.memory() };
  } finally {
    clearTimeout(deadline);
    process.off('SIGINT', stop).off('SIGTERM', stop);
    watch.stop();
    // Whatever it left running would disturb the next run.
    stop();
    output.destroy();
  }
}

/** The seconds on the second line of `times`, which is that of the descendants: `0m4.21s 0m0.73s`. */
export function secondsIn(times: string): number {
  const found = [...(times.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (found.length !== 2) throw new Error(`The shell’s times cannot be read: ${times}`);
  return found.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function end(session: number): void {
  try {
    process.kill(-session, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
