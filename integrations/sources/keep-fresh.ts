import type { Day } from '../../src/domain/instant.ts';
import { realDesk, type DeskWorld } from '../petitions/waiting-time.ts';
import type { History } from '../store/history.ts';
import type { FigureSource } from './figure-source.ts';
import { refreshSource } from './refresh-source.ts';

/** What refreshing beside a server takes. */
export interface Freshness {
  history: History;
  sources: readonly FigureSource[];
  /** The day that it is, for the organisation. */
  today(): Day;
}

/** The first refresh comes a minute after the start, and one every four hours, up to a quarter later; a source that somebody asked within half of that is left alone. Milliseconds. */
const [FIRST, EVERY] = [60_000, 4 * 3_600_000];

/** Refreshes every source of figures from time to time, in one process at a time. What fails is told once, until it goes well again. */
export function keepFresh({ history, sources, today }: Freshness, world: DeskWorld = realDesk): { stop(): Promise<void> } {
  const end = new AbortController();
  const { signal } = end;
  const told = new Map<string, string>();
  const work = sources.length === 0 ? Promise.resolve() : loop();

  async function loop(): Promise<void> {
    for (await world.wait(FIRST, signal); !signal.aborted; await world.wait(Math.round(EVERY * (1 + world.random() / 4)), signal)) {
      await history.alone('refresh', round).then(() => tell('store', undefined), (error: Error) => tell('store', error.message));
    }
  }

  async function round(): Promise<void> {
    const standings = new Map((await history.standings()).map((standing) => [standing.source, standing]));
    for (const source of sources) {
      if (signal.aborted) return;
      const ago = world.now() - (standings.get(source.name)?.askedAt ?? -Infinity);
      // A moment that has not come yet was written before the clock was set back.
      if (ago >= 0 && ago < EVERY / 2) continue;
      await refreshSource(source, history, { today: today(), signal, now: world.now }).then(() => tell(source.name, undefined), (error: Error) => tell(source.name, error.message));
    }
  }

  function tell(name: string, trouble: string | undefined): void {
    if (signal.aborted || trouble === told.get(name)) return;
    if (trouble === undefined) {
      told.delete(name);
      world.log(`${name}: it can be refreshed again.`);
    } else {
      told.set(name, trouble);
      world.log(`${name}: ${trouble} The last figures stand.`);
    }
  }

  return {
    async stop() {
      end.abort();
      await work;
    },
  };
}
