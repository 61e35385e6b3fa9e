import { describe, expect, test } from 'vitest';
import { BURST_WINDOW, DAY_WINDOW, inBurst, MINUTE_WINDOW, SUSPECT_FROM, suspicionOf, type Circumstances } from '../../src/domain/suspicion.ts';
import { NAMES } from './names.ts';

/** A number from 0 up to 1 that is the same in every run (mulberry32). */
function dice(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Arrival extends Pick<Circumstances, 'age' | 'bait' | 'shared'> {
  at: number;
  network: string;
  name: string;
  of: 'people' | 'script';
  reasons?: string[];
  suspect?: boolean;
}

const MINUTE = 60_000;
const nameOf = (roll: () => number) => NAMES[Math.floor(roll() * NAMES.length)]!;

/** Where arrivals after a moment begin; they stand in their order. */
function firstAfter(arrivals: readonly Arrival[], moment: number): number {
  let [low, high] = [0, arrivals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (arrivals[middle]!.at <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Judges arrivals in their order, as the server does: with those of the network in ten minutes and a day, and a look back when a burst begins. */
function judge(arrivals: Arrival[]): Arrival[] {
  const before = new Map<string, Arrival[]>();
  for (const arrival of arrivals.sort((a, b) => a.at - b.at)) {
    const earlier = before.get(arrival.network) ?? [];
    before.set(arrival.network, earlier);
    const first = (window: number) => firstAfter(earlier, arrival.at - window);
    const [minute, burst, day] = [MINUTE_WINDOW, BURST_WINDOW, DAY_WINDOW].map((window) => earlier.length - first(window)) as [number, number, number];
    const circumstances = { bait: arrival.bait, age: arrival.age, shared: arrival.shared, network: { minute, burst, day } };
    const { score, reasons } = suspicionOf({ name: arrival.name, comment: '' }, circumstances);
    Object.assign(arrival, { reasons, suspect: score >= SUSPECT_FROM });
    if (inBurst(circumstances)) earlier.slice(first(BURST_WINDOW)).forEach((one) => (one.suspect = true));
    earlier.push(arrival);
  }
  return arrivals;
}

const share = (arrivals: Arrival[], of: Arrival['of']) => {
  const own = arrivals.filter((arrival) => arrival.of === of);
  return own.filter(({ suspect }) => suspect).length / own.length;
};

/**
 * Real people, three days, more by day than by night, one in ten of them in a single hour after the news. Six in ten come by
 * phones, which share 200 addresses (a twentieth of 4,000 of four operators), the others from homes. One in fifty has no
 * scripts, so that nobody knows how long it took; the fastest take three seconds, the slowest minutes.
 */
function people(count: number, roll: () => number): Arrival[] {
  return Array.from({ length: count }, () => {
    const hour = roll() < 0.1 ? 44 + roll() : Math.floor(roll() * 3) * 24 + 6 + 18 * ((roll() + roll()) / 2);
    const network = roll() < 0.6 ? `phones ${Math.floor(roll() * 200)}` : `home ${Math.floor(roll() * 90_000)}`;
    return { at: hour * 60 * MINUTE, network, name: nameOf(roll), bait: false, age: roll() < 0.02 ? undefined : 3000 + roll() * roll() * 300_000, of: 'people' };
  });
}

/**
 * The script of 2016, from what is known of it: run by many at once, on rented lines, as fast as it goes, with names from a
 * list. Here 15 lines (a twentieth of 300), every 1 to 10 seconds; seven in ten post without the page, the others drive a
 * browser, and a tenth fills in whatever field there is.
 */
function script(count: number, roll: () => number, lines = 15, pause = () => 1000 + roll() * 9000): Arrival[] {
  const clocks = Array.from({ length: lines }, () => roll() * 60 * 60 * MINUTE);
  return Array.from({ length: count }, (_, index) => {
    const line = index % lines;
    clocks[line]! += pause();
    return { at: clocks[line]!, network: `rented ${line}`, name: nameOf(roll), bait: roll() < 0.1, age: roll() < 0.7 ? undefined : 2000 + roll() * 8000, of: 'script' };
  });
}

const percent = (part: number) => `${(part * 100).toFixed(2)} %`;

test('a script that sends 80,000 of 4,000,000 signatures is flagged, real people are not (one in twenty simulated)', () => {
  const roll = dice(2016);
  const judged = judge([...people(196_000, roll), ...script(4000, roll)]);
  const [found, wronged] = [share(judged, 'script'), share(judged, 'people')];
  console.log(`script flagged: ${percent(found)}; people flagged: ${percent(wronged)}`);
  expect(found).toBeGreaterThanOrEqual(0.98);
  expect(wronged).toBeLessThanOrEqual(0.001);
});

test('from five times as many lines the script is flagged, too; from forty times as many, no line sends enough to tell', () => {
  const shares = [75, 150, 600].map((lines) => share(judge(script(4000, dice(lines), lines).map((arrival) => ({ ...arrival, bait: false, age: undefined }))), 'script'));
  console.log(`script flagged from 1,500, 3,000 and 12,000 lines: ${shares.map(percent).join(', ')}`);
  expect(shares[0]!).toBeGreaterThanOrEqual(0.98);
  expect(shares[2]!).toBeLessThan(0.5);
});

test('a patient script with a browser passes, but leaves a trace that a reviewer finds by its reason', () => {
  const roll = dice(7);
  const judged = judge(script(4000, roll, 15, () => MINUTE).map((arrival) => ({ ...arrival, bait: false, age: 8000 })));
  expect(judged.filter(({ reasons }) => reasons!.includes('several-at-once')).length / judged.length).toBeGreaterThan(0.95);
});

describe('people behind one network', () => {
  const crowd = (count: number, minutes: number, seed: number, shared = false): Arrival[] => {
    const roll = dice(seed);
    return Array.from({ length: count }, () => ({ at: roll() * minutes * MINUTE, network: 'one', shared, name: nameOf(roll), bait: false, age: roll() < 0.05 ? undefined : 3000 + roll() * 120_000, of: 'people' }));
  };

  test('300 residents of an asylum centre on the list of shared networks sign within an hour: at most one in a thousand is flagged', () => {
    expect(share(judge(crowd(300, 60, 1, true)), 'people')).toBeLessThanOrEqual(0.001);
  });

  test('40 visitors of a library that is on no list sign in a day, or all at its evening: none is flagged', () => {
    const days = Array.from({ length: 50 }, (_, seed) => judge(crowd(40, seed % 2 === 0 ? 8 * 60 : 90, seed)));
    expect(Math.max(...days.map((day) => share(day, 'people')))).toBe(0);
  });

  test('the same 300 without the list are flagged, which is why there is one', () => {
    expect(share(judge(crowd(300, 60, 1)), 'people')).toBeGreaterThan(0.5);
  });
});

describe('names and comments', () => {
  const quiet = { bait: false, age: 9000 };
  test.each(NAMES)('nothing speaks against “%s”', (name) => expect(suspicionOf({ name, comment: '' }, quiet)).toEqual({ score: 0, reasons: [] }));

  test.each([
    ['asdfgh', 'name-mash'], ['aaaaaa', 'name-mash'], ['x7Gq2z', 'name-mash'], ['фывапр', 'name-mash'], ['Jоhn Smith', 'name-mixed-scripts'], ['spam.com', 'name-like-link'], ['=1+1', 'name-like-formula'], ['12345', 'name-without-letters'],
  ])('%s: %s', (name, reason) => expect(suspicionOf({ name, comment: '' }, quiet).reasons).toContain(reason));

  test('a comment that advertises speaks against it', () => {
    expect(suspicionOf({ name: 'Jan', comment: 'See https://spam.example' }, quiet).reasons).toEqual(['comment-like-link']);
  });

  test('what cannot be known speaks against nobody', () => expect(suspicionOf({ name: 'Jan', comment: '' }, { bait: false })).toEqual({ score: 0, reasons: [] }));

  test('the field that people cannot see is enough by itself', () => expect(suspicionOf({ name: 'Jan', comment: '' }, { ...quiet, bait: true }).score).toBeGreaterThanOrEqual(SUSPECT_FROM));
});
