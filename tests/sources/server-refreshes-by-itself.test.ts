import { describe, expect, test } from 'vitest';
import { keepFresh } from '../../integrations/sources/keep-fresh.ts';
import type { FigureSource } from '../../integrations/sources/figure-source.ts';
import { storeWatch } from '../../integrations/web/store-condition.ts';
import { jumpingClock } from '../petitions/form-desk.ts';
import { until } from '../web/asking.ts';
import { ownStore } from './own-history.ts';

const HOUR = 3_600_000;

/** A source that counts how often it was asked, and a server beside it. */
async function server(read: FigureSource['read'] = async function* ({ to }) {
  yield { kind: 'figures', days: { from: to, to }, metrics: ['views'], figures: [{ day: to, metric: 'views', entity: '', value: 3 }], completeThrough: to };
}) {
  const store = await ownStore();
  const clock = jumpingClock();
  const asked: number[] = [];
  const source: FigureSource = {
    name: 'counted', trailing: 3, reach: 3,
    read(days, signal) {
      asked.push(clock.now());
      return read(days, signal);
    },
  };
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  return { ...store, clock, asked, source, today, running: () => keepFresh({ history: store.history, sources: [source], today }, clock) };
}

describe('a server refreshes by itself', () => {
  test('a minute after it started, every four hours or a little later, and no more once it has stopped', async () => {
    const { clock, asked, running } = await server();
    const begun = clock.now();
    const fresh = running();
    await until(() => asked.length >= 4);
    await fresh.stop();
    const count = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked.length).toBe(count);
    expect(asked[0]! - begun).toBe(60_000);
    for (const [index, at] of asked.entries()) if (index > 0) expect(at - asked[index - 1]!).toBeGreaterThanOrEqual(4 * HOUR);
  });

  test('the watchman is told when figures last came well', async () => {
    const { clock, asked, running, ledger, history } = await server();
    const fresh = running();
    await until(() => asked.length >= 1);
    await until(async () => (await history.standings()).some(({ ok }) => ok));
    await fresh.stop();
    const watch = storeWatch(ledger, clock.now, async () => Math.max(0, ...(await history.standings()).map(({ fetchedAt = 0 }) => fetchedAt)));
    expect(await watch()).toMatchObject({ refreshed: expect.stringMatching(/^2026-11-2/) as string });
  });

  test('a source that another process asked lately is left alone', async () => {
    const { clock, asked, running, history } = await server();
    await history.setStanding({ source: 'counted', askedAt: clock.now(), ok: true, says: '' });
    const begun = clock.now();
    const fresh = running();
    await until(() => asked.length >= 1);
    await fresh.stop();
    expect(asked[0]! - begun).toBeGreaterThan(4 * HOUR);
  });

  test('what stays wrong is told once, and once when it goes well again; the process ends at once while a source hangs', async () => {
    let broken = true;
    const { clock, asked, running } = await server(async function* ({ to }) {
      if (broken) throw new Error('The well is dry. Dig deeper.');
      yield { kind: 'figures', days: { from: to, to }, metrics: ['views'], figures: [] };
      if (asked.length > 6) await new Promise(() => {});
    });
    const fresh = running();
    await until(() => asked.length >= 3);
    broken = false;
    await until(() => asked.length >= 7);
    await fresh.stop();
    expect(clock.lines).toEqual(['counted: The well is dry. Dig deeper. The last figures stand.', 'counted: it can be refreshed again.']);
  });
});
