/** Keeps a relay from a form that takes nothing: one try a minute, then every two, four … minutes up to an hour. */
export interface Brake {
  /** Until when nothing is sent to this petition's form, milliseconds since 1970; undefined when it runs freely. */
  restsUntil(petition: string, now: number): number | undefined;
  /** The form took one. */
  release(petition: string): void;
  /** The form is shut; returns until when it rests now. */
  pull(petition: string, now: number): number;
  /** The form refused one signature: for the first time, again, or as one of so many in a row that the form must be at fault. */
  refused(petition: string, signature: string): 'first' | 'again' | 'form';
}

const [FIRST, LAST] = [60_000, 3_600_000];

/** One bad answer is a signature's own; nobody believes that of five different ones in a row. */
const IN_A_ROW = 5;
/** How many refused ones are remembered; one that is forgotten is tried once more. */
const REMEMBERED = 10_000;

export function brakeOf(): Brake {
  const before = new Set<string>();
  const states = new Map<string, { until: number; pulls: number; refusals: number }>();
  const stateOf = (petition: string) => {
    let state = states.get(petition);
    if (!state) states.set(petition, (state = { until: 0, pulls: 0, refusals: 0 }));
    return state;
  };
  return {
    restsUntil(petition, now) {
      const state = stateOf(petition);
      // A clock that was set back must not make a form wait for longer than it ever would.
      state.until = Math.min(state.until, now + LAST);
      return state.until > now ? state.until : undefined;
    },
    release: (petition) => void states.delete(petition),
    pull(petition, now) {
      const state = stateOf(petition);
      // Those that were on their way together are one try.
      if (state.until <= now) state.until = now + Math.min(FIRST * 2 ** state.pulls++, LAST);
      return state.until;
    },
    refused(petition, signature) {
      if (++stateOf(petition).refusals >= IN_A_ROW) return 'form';
      if (before.delete(signature)) return 'again';
      if (before.size >= REMEMBERED) before.clear();
      before.add(signature);
      return 'first';
    },
  };
}
