/** The process as far as its end goes. */
export interface Mortal {
  on(signal: 'SIGINT' | 'SIGTERM', call: (signal: 'SIGINT' | 'SIGTERM') => void): unknown;
  exit(code: number): void;
  now(): number;
}

const realProcess: Mortal = {
  on: (signal, call) => process.on(signal, call),
  exit: (code) => process.exit(code),
  now: () => performance.now(),
};

/** Npm passes Ctrl+C on to a program that has had it from the terminal already; both arrive within this time, in milliseconds. */
const SAME_STROKE = 250;

/** Settles at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function stopSignal(mortal: Mortal = realProcess): Promise<'SIGINT' | 'SIGTERM'> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const hear = (signal: 'SIGINT' | 'SIGTERM') => {
      if (first === undefined) {
        first = mortal.now();
        resolve(signal);
      } else if (mortal.now() - first > SAME_STROKE) {
        mortal.exit(signal === 'SIGINT' ? 130 : 143);
      }
    };
    mortal.on('SIGINT', hear);
    mortal.on('SIGTERM', hear);
  });
}
