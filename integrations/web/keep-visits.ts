import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import { visitCounter, type VisitCounter } from '../../src/server/visits.ts';
import type { History } from '../store/history.ts';

/** Milliseconds between two writings: so much is lost at most when the machine fails. */
const EVERY = 60_000;

/** Counting for as long as the server runs. */
export interface KeptVisits {
  visits: VisitCounter;
  /** Writes down what is left; comes after the server has answered everybody. */
  stop(): Promise<void>;
}

/** Counts visits and writes them into the history once a minute and at the end. A store that is away is told once, and gets them later. */
export function keepVisits(history: Pick<History, 'add' | 'standings' | 'setStanding'>, timeZone: string, { now, log }: { now(): number; log(line: string): void }): KeptVisits {
  const visits = visitCounter(history, timeZone, now);
  let told = false;
  let stood: Day | undefined;
  async function write(): Promise<void> {
    try {
      await visits.write();
      const today = dayIn(timeZone, new Date(now()).toISOString());
      if (stood !== today) await stand(history, today, now());
      [told, stood] = [false, today];
    } catch (error) {
      if (!told) log(`Visits cannot be written down now, and wait in memory. ${(error as Error).message}`);
      told = true;
    }
  }
  // One at a time, in turn.
  let writing = Promise.resolve();
  const inTurn = () => (writing = writing.then(write));
  const clock = setInterval(inTurn, EVERY).unref();
  return {
    visits,
    async stop() {
      clearInterval(clock);
      await inTurn();
    },
  };
}

/** A day on which the server ran and nobody came has a figure, too. */
async function stand(history: Pick<History, 'add' | 'standings' | 'setStanding'>, today: Day, at: number): Promise<void> {
  await history.add('visits', [{ day: today, metric: 'views', entity: '', value: 0 }]);
  const since = (await history.standings()).find(({ source }) => source === 'visits')?.since ?? today;
  await history.setStanding({ source: 'visits', askedAt: at, fetchedAt: at, since, completeThrough: dayAfter(today, -1), ok: true, says: 'Counted by our own server, without cookies.' });
}
