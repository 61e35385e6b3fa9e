import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** How a build ended; `reason` is the first line of what it said to be wrong. */
export type BuildOutcome = { ok: true } | { ok: false; reason: string };

/** A build under way in a process of its own, which gives its memory back when it ends. */
export interface BuildChild {
  outcome: Promise<BuildOutcome>;
  /** Ends it; the site that is served stays as it is. */
  stop(): void;
}

/** Builds the project in `root` with its own command. In the background it lets readers of the site go first. */
export function startBuild(root: string, where: 'foreground' | 'background'): BuildChild {
  const child = spawn(process.execPath, [join(root, 'integrations', 'commands', 'rostrum.mjs'), 'build'], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
  if (where === 'background' && child.pid !== undefined) yieldTo(child.pid);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    process.stderr.write(text);
    if (said.length < 10_000) said += text;
  });
  const outcome = new Promise<BuildOutcome>((resolve) => {
    child.once('error', (error) => resolve({ ok: false, reason: `The build could not be started: ${error.message}` }));
    child.once('close', (code, signal) => {
      if (code === 0) resolve({ ok: true });
      else resolve({ ok: false, reason: firstReason(said) ?? (signal ? `The build was ended by ${signal}.` : `The build ended with code ${code}.`) });
    });
  });
  return { outcome, stop: () => void child.kill('SIGTERM') };
}

/** The first line that says what is wrong: no warning of Node's own, no piece of a stack. Undefined when there is none. */
export function firstReason(said: string): string | undefined {
  const lines = said.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^\((node:\d+|Use `node )/.test(line));
  return lines.find((line) => /^[A-Z]\w*Error( \[\w+\])?: /.test(line)) ?? lines[0];
}

function yieldTo(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems allow it to nobody; the build is then as quick as the server.
  }
}
