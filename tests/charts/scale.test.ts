import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOn, placeOf, ticksFor } from '../../src/charts/scale.ts';
import { daysLater } from '../../src/domain/calendar-day.ts';

describe('The numbers beside a chart', () => {
  test.each([
    [90, 0, [0, 50, 100]], [100, 0, [0, 50, 100]], [101, 0, [0, 50, 100, 150]], [8155, 0, [0, 5000, 10_000]], [3, 0, [0, 1, 2, 3]], [0.7, 0, [0, 0.2, 0.4, 0.6, 0.8]],
    [40, -25, [-40, -20, 0, 20, 40]],
  ])('for values up to %d and down to %d are round', (most, least, ticks) => {
    expect(ticksFor(most, least)).toEqual(ticks);
  });

  test('are there even when everything is zero', () => {
    expect(ticksFor(0)).toEqual([0, 1]);
  });

  test('hold every value, begin at zero or below it, and are few and evenly spaced, whatever is shown', () => {
    fc.assert(fc.property(fc.nat(1e12), fc.nat(1e12), (most, below) => {
      const least = -below;
      fc.pre(most > least);
      const ticks = ticksFor(most, least);
      expect(ticks).toContain(0);
      // What lies beyond the last line by less than a hair’s breadth still lies on it.
      const hair = (most - least) / 1e6;
      expect(ticks[0]).toBeLessThanOrEqual(least + hair);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most - hair);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(7);
      const steps = ticks.slice(1).map((tick, index) => (tick - ticks[index]!) / (ticks.at(-1)! - ticks[0]!));
      expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(1e-6);
    }));
  });
});

describe('The days below a chart', () => {
  test('stand from its beginning to its end in the order of time', () => {
    const axis = { from: '2026-01-01', to: '2026-01-10' };
    expect(placeOf('2026-01-01', axis)).toBe(0);
    expect(placeOf('2026-01-06', axis)).toBe(0.5);
    expect(placeOf(daysLater(axis.to, 1), axis)).toBe(1);
  });

  test('are the first days of months', () => {
    expect(monthsOn({ from: '2025-12-15', to: '2026-03-02' })).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(monthsOn({ from: '2026-01-01', to: '2026-01-31' })).toEqual(['2026-01-01']);
  });

  test('are those of quarters in two years, and of years in four', () => {
    expect(monthsOn({ from: '2025-01-01', to: '2026-10-31' })).toEqual(['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    expect(monthsOn({ from: '2023-01-01', to: '2026-12-31' })).toEqual(['2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01']);
  });
});
