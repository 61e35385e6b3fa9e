/** Where progress goes: a terminal, or nowhere. */
export interface Screen {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const AFTER = 1000;
const EVERY = 150;

/** A line that counts, on a terminal and only for what takes longer than a second. Call it after each step; `done` takes the line away. */
export function progress(what: string, total: number, screen: Screen = process.stderr, now: () => number = () => performance.now()): { step(): void; done(): void } {
  const started = now();
  let [steps, shown] = [0, 0];
  return {
    step() {
      steps++;
      if (!screen.isTTY || now() - started < AFTER || now() - shown < EVERY) return;
      shown = now();
      screen.write(`\r\x1b[K${what}: ${steps} of ${total}`);
    },
    done() {
      if (shown > 0) screen.write('\r\x1b[K');
    },
  };
}
