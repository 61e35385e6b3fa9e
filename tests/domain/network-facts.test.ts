import { expect, test } from 'vitest';
import { FACTS } from '../../src/domain/network-facts.ts';
import { isForMessengers, NETWORKS, networksFor } from '../../src/domain/network.ts';
import { SIZES } from '../../src/share/size.ts';

test('every network has fields, pictures that are drawn, and a name', () => {
  expect(Object.keys(FACTS)).toEqual([...NETWORKS]);
  for (const { fields, sizes, name, hashtags } of Object.values(FACTS)) {
    expect(fields.length).toBeGreaterThan(0);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter((size) => !SIZES.includes(size))).toEqual([]);
    expect(name).not.toBe('');
    expect(hashtags.useful).toBeLessThanOrEqual(hashtags.allowed ?? Infinity);
  }
});

test('every size of picture suits some network', () => {
  const used = new Set(Object.values(FACTS).flatMap(({ sizes }) => sizes));
  expect(SIZES.filter((size) => !used.has(size))).toEqual([]);
});

test('a story that may not be on Facebook is on every other network, in the organisation’s order', () => {
  expect(networksFor(['telegram', 'facebook', 'x'], { channels: ['x', 'telegram', 'email'] })).toEqual(['telegram', 'x']);
  expect(networksFor(['telegram', 'facebook'], {})).toEqual(['telegram', 'facebook']);
  expect(networksFor(['facebook'], { channels: [] })).toEqual([]);
});

test('a story that may go to no messenger has no text for them; one without limits has', () => {
  expect([{}, { channels: ['telegram', 'x'] }, { channels: ['x', 'email'] }, { channels: [] }].map(isForMessengers)).toEqual([true, true, false, false]);
});
