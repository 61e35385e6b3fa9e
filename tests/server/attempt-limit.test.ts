import { expect, test } from 'vitest';
import { attemptLimit } from '../../src/server/attempt-limit.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const some = (allowed: boolean[]) => allowed.filter(Boolean).length;

test('a network may try so often, others go on, and a new window begins anew', () => {
  const mayTry = attemptLimit({ window: 1000, network: 3, remembered: 100 });
  expect(some(Array.from({ length: 10 }, () => mayTry('203.0.113.7', NOW)))).toBe(3);
  expect(mayTry('203.0.113.8', NOW + 999)).toBe(true);
  expect(mayTry('203.0.113.7', NOW + 999)).toBe(false);
  expect(mayTry('203.0.113.7', NOW + 1000)).toBe(true);
});

test('whoever changes the address within one line is still one network, and nobody’s address is one, too', () => {
  const mayTry = attemptLimit({ window: 1000, network: 2, remembered: 100 });
  expect(['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::3', '2001:db8:1:100::1'].map((address) => mayTry(address, NOW))).toEqual([true, true, false, true]);
  expect(['', 'unknown', ''].map((address) => mayTry(address, NOW))).toEqual([true, true, false]);
});

test('a crowd of networks locks nobody out, and what is remembered stays bounded', () => {
  const mayTry = attemptLimit({ window: 1000, network: 1, remembered: 50 });
  expect(some(Array.from({ length: 500 }, (_, n) => mayTry(`198.51.${n >> 8}.${n & 255}`, NOW)))).toBe(500);
  expect(mayTry('203.0.113.7', NOW)).toBe(true);
  expect(mayTry('203.0.113.7', NOW)).toBe(false);
});

test('a clock that was set back locks nobody out', () => {
  const mayTry = attemptLimit({ window: 1000, network: 1, remembered: 1 });
  expect([mayTry('203.0.113.7', NOW), mayTry('203.0.113.7', NOW - 1)]).toEqual([true, true]);
});
