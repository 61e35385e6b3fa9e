import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** How a build ended; `reason` is one line of what it said to be wrong. */
export type BuildOutcome = { ok: true } | { ok: false; reason: string };

/** A build under way in a process of its own, which gives its memory back when it ends. */
export interface BuildChild {
  /** Never rejects. */
  outcome: Promise<BuildOutcome>;
  /** Ends it; the site that is served stays as it is. */
  stop(): void;
}

/** Builds the project in `root` with its own command, on this terminal; in the background it lets readers of the site go first. */
export function startBuild(root: string, where: 'foreground' | 'background'): BuildChild {
  const command = [join(root, 'integrations', 'commands', 'rostrum.mjs'), 'build'];
  // Only a build that somebody watches needs the terminal itself; of the others the last words are kept.
  const child = spawn(process.execPath, command, { cwd: root, stdio: where === 'foreground' ? 'inherit' : ['ignore', 'inherit', 'pipe'] });
  if (where === 'background' && child.pid !== undefined) yieldTo(child.pid);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    process.stderr.write(text);
    said = (said + text).slice(-20_000);
  });
  const outcome = new Promise<BuildOutcome>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, reason: `The build could not be started (${error.code ?? error.name}).` }));
    child.once('close', (code, signal) => {
      if (code === 0) resolve({ ok: true });
      else resolve({ ok: false, reason: reasonIn(said) ?? (signal ? `The build was ended by ${signal}.` : `The build ended with code ${code}.`) });
    });
  });
  return { outcome, stop: () => void child.kill('SIGTERM') };
}

/**
 * The line that says why a program failed: the error above its trace, or else the last line, which sums up; no
 * warning of Node's own, and nothing that only counted. Undefined when nothing was said.
 */
export function reasonIn(said: string): string | undefined {
  const lines = said.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/^(\(node:\d+|\(Use `node |Node\.js v\d)|: \d+ of \d+ …$/.test(line));
  return lines.find((line) => /^(Uncaught )?\w*Error( \[\w+\])?: /.test(line)) ?? lines.at(-1);
}

function yieldTo(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems allow it to nobody; the build is then as quick as the server.
  }
}
