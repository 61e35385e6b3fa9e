/** Where progress goes: a terminal, or a file and whatever else keeps lines. */
export interface Screen {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const AFTER = 1000;
const EVERY = 150;
const EVERY_LINE = 10_000;

/**
 * A line that counts, on a terminal and only for what takes longer than a second; elsewhere a new line every ten seconds. Call it after each step;
 * `done` takes the line of a terminal away.
 */
export function progress(what: string, total: number, screen: Screen = process.stderr, now: () => number = () => performance.now()): { step(): void; done(): void } {
  const started = now();
  let [steps, shown, lined] = [0, 0, started];
  return {
    step() {
      steps++;
      if (!screen.isTTY && now() - lined >= EVERY_LINE) {
        lined = now();
        screen.write(`${what}: ${steps} of ${total} …\n`);
      }
      if (!screen.isTTY || now() - started < AFTER || now() - shown < EVERY) return;
      shown = now();
      screen.write(`\r\x1b[K${what}: ${steps} of ${total}`);
    },
    done() {
      if (shown > 0) screen.write('\r\x1b[K');
    },
  };
}
