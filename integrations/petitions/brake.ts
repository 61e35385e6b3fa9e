/** Keeps a relay from a form that takes nothing: it rests a minute, then two, four … minutes up to an hour. Tells whose fault a refusal is. */
export interface Brake {
  /** Until when nothing is sent to this petition's form, milliseconds since 1970; undefined when it runs freely. */
  restsUntil(petition: string, now: number): number | undefined;
  /** The form took this signature, so that what it refused before must be at fault itself. */
  release(petition: string, signature: string): void;
  /** The form is shut; returns until when it rests now. */
  pull(petition: string, now: number): number;
  /**
   * The form refused this signature. `enough`: it takes others and has refused this one often enough. `form`: it refused so many different ones in a
   * row that it must be at fault, and as many since its last rest. `later`: neither is known yet.
   */
  refused(petition: string, signature: string): 'later' | 'enough' | 'form';
}

const [FIRST, LAST] = [60_000, 3_600_000];

/** One bad answer is a signature's own; nobody believes that of five different ones in a row. */
const IN_A_ROW = 5;
/** Refusals of one signature by a form that takes others, until a person has to look: at half of them by mere chance, one in thirty would come to this. */
const ENOUGH = 5;
/** How many refused ones of a petition are remembered; one that is forgotten is tried more often. */
const REMEMBERED = 10_000;

interface Standing {
  until: number;
  pulls: number;
  /** How many were refused since the last pull. */
  tries: number;
  /** What was refused since the form last took one. */
  row: Set<string>;
  /** How often the form refused what is at fault itself, since it took another one after it. */
  own: Map<string, number>;
}

const fresh = (own = new Map<string, number>()): Standing => ({ until: 0, pulls: 0, tries: 0, row: new Set(), own });

export function brakeOf(): Brake {
  const standings = new Map<string, Standing>();
  const standingOf = (petition: string) => {
    let standing = standings.get(petition);
    if (!standing) standings.set(petition, (standing = fresh()));
    return standing;
  };
  return {
    restsUntil(petition, now) {
      const standing = standingOf(petition);
      // A clock that was set back must not make a form wait for longer than it ever would.
      standing.until = Math.min(standing.until, now + LAST);
      return standing.until > now ? standing.until : undefined;
    },
    release(petition, signature) {
      const { row, own } = standingOf(petition);
      row.delete(signature);
      own.delete(signature);
      if (own.size + row.size > REMEMBERED) own.clear();
      // What it refused while nobody knew whose fault it was counts as once.
      for (const refused of row) own.set(refused, 1);
      standings.set(petition, fresh(own));
    },
    pull(petition, now) {
      const standing = standingOf(petition);
      // Those that were on their way together are one try.
      if (standing.until <= now) {
        standing.until = now + Math.min(FIRST * 2 ** standing.pulls++, LAST);
        standing.tries = 0;
      }
      return standing.until;
    },
    refused(petition, signature) {
      const standing = standingOf(petition);
      const { row, own } = standing;
      const before = own.get(signature);
      standing.tries++;
      // What is known to be at fault itself says nothing about the form.
      if (before === undefined) row.add(signature);
      if (row.size >= IN_A_ROW) return standing.tries < IN_A_ROW ? 'later' : 'form';
      if (before === undefined) return 'later';
      const enough = before + 1 >= ENOUGH;
      // Somebody may send it once more.
      own.set(signature, enough ? 1 : before + 1);
      return enough ? 'enough' : 'later';
    },
  };
}
