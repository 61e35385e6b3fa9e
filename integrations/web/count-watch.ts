/** Calls back after so many milliseconds; returns what calls it off. */
type After = (wait: number, call: () => void) => () => void;

/** How old the numbers in pages may become, in milliseconds, while people sign. Scripts ask for newer ones; who reads without them sees these. */
export const OLDEST_NUMBERS = 600_000;

/** Lets the site be built anew while people sign, since the pages hold the numbers of the last build. `signed` is undefined while nobody knows. */
export function watchCounts(after: After, signed: () => Promise<number | undefined>, build: () => void): { stop(): void } {
  let stopped = false;
  let callOff = () => {};
  const known = signed();
  const wait = (before: Promise<number | undefined>) => {
    callOff = after(OLDEST_NUMBERS, () => {
      const asking = signed();
      void Promise.all([before, asking]).then(([last, now]) => {
        if (stopped) return;
        if (last !== undefined && now !== undefined && now !== last) build();
        wait(now === undefined ? before : asking);
      });
    });
  };
  wait(known);
  return {
    stop() {
      stopped = true;
      callOff();
    },
  };
}
