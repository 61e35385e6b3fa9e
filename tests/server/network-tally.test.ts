import { expect, test } from 'vitest';
import { countNetworks, type Past } from '../../src/server/network-tally.ts';

const AT = Date.parse('2026-11-23T10:00:00Z');

/** A past in which so many came from each network, and how often it was asked. */
function pastOf(each: number): Past & { asked: number; broken: boolean } {
  return {
    asked: 0, broken: false,
    async any() {
      if (this.broken) throw new Error('away');
      return each > 0;
    },
    async from() {
      this.asked++;
      return each;
    },
  };
}

test('a crowd behind one network is counted by minute, by ten minutes and by day', async () => {
  const networks = countNetworks(pastOf(0));
  const tallies = [];
  for (const second of [0, 1, 70, 700, 90_000]) tallies.push(await networks.count('bridge', 'a', AT + second * 1000));
  expect(tallies).toEqual([{ minute: 0, burst: 0, day: 0 }, { minute: 1, burst: 1, day: 1 }, { minute: 0, burst: 2, day: 2 }, { minute: 0, burst: 0, day: 3 }, { minute: 0, burst: 0, day: 0 }]);
  expect(await networks.count('bridge', 'b', AT)).toEqual({ minute: 0, burst: 0, day: 0 });
  expect(await networks.count('housing', 'a', AT)).toEqual({ minute: 0, burst: 0, day: 0 });
});

test('those who come at the same moment all count each other', async () => {
  const networks = countNetworks(pastOf(3));
  const tallies = await Promise.all(Array.from({ length: 5 }, () => networks.count('bridge', 'a', AT)));
  expect(tallies.map(({ burst }) => burst)).toEqual([3, 4, 5, 6, 7]);
});

test('what came before this process is asked once a network, and never for a petition that began here', async () => {
  const past = pastOf(3);
  const networks = countNetworks(past);
  for (const network of ['a', 'b', 'a', 'b', 'a']) await networks.count('bridge', network, AT);
  // For the day and for ten minutes.
  expect(past.asked).toBe(4);
  const fresh = pastOf(0);
  const here = countNetworks(fresh);
  for (const network of ['a', 'b', 'a']) await here.count('bridge', network, AT);
  expect(fresh.asked).toBe(0);
});

test('the networks that were seen last are remembered, and not all there ever were', async () => {
  const past = pastOf(1);
  const networks = countNetworks(past, 10);
  for (let number = 0; number < 100; number++) {
    await networks.count('bridge', `network ${number}`, AT);
    await networks.count('bridge', 'crowd', AT);
  }
  expect((await networks.count('bridge', 'crowd', AT)).day).toBe(101);
  const asked = past.asked;
  await networks.count('bridge', 'network 99', AT);
  expect(past.asked).toBe(asked);
  await networks.count('bridge', 'network 0', AT);
  expect(past.asked).toBe(asked + 2);
});

test('a store that was out of reach is asked again', async () => {
  const past = pastOf(3);
  const networks = countNetworks(past);
  past.broken = true;
  await expect(networks.count('bridge', 'a', AT)).rejects.toThrow('away');
  past.broken = false;
  expect((await networks.count('bridge', 'a', AT)).burst).toBe(3);
});

test('two servers of one store see the same crowd, each by a minute', async () => {
  const signed: number[] = [];
  const shared: Past = { any: async () => signed.length > 0, from: async (_, __, since) => signed.filter((at) => at >= since).length };
  const servers = [countNetworks(shared), countNetworks(shared)];
  const bursts: number[] = [];
  // Eight a minute, in turn, for half an hour.
  for (let number = 0; number < 240; number++) {
    const at = AT + number * 7_500;
    bursts.push((await servers[number % 2]!.count('bridge', 'crowd', at)).burst);
    signed.push(at);
    await new Promise(setImmediate);
  }
  // All of ten minutes are 80; what the other one took since it was last asked is not known yet.
  expect(Math.min(...bursts.slice(100))).toBeGreaterThanOrEqual(70);
  expect(Math.max(...bursts)).toBeLessThanOrEqual(90);
});

test('what others counted is forgotten when its time is over', async () => {
  const networks = countNetworks(pastOf(3));
  expect(await networks.count('bridge', 'a', AT)).toEqual({ minute: 0, burst: 3, day: 3 });
  expect((await networks.count('bridge', 'a', AT + 601_000)).burst).toBe(0);
  expect((await networks.count('bridge', 'a', AT + 90_000_000)).day).toBe(0);
});
