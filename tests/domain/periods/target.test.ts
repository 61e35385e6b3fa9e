import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../src/domain/calendar-day.ts';
import { paceOf, type Target } from '../../../src/domain/periods/target.ts';

const target: Target = { metric: 'gifts', entity: '', value: 10_000, from: '2026-01-01', to: '2026-12-31' };
const from = (first: string, value: (day: number) => number | undefined) => ({ from: first, values: Array.from({ length: dayNumber('2026-12-31') - dayNumber(first) + 1 }, (_, day) => value(day)) });

describe('a target of 10,000 gifts in a year', () => {
  test('is on course for 8,200 after half a year at an even pace', () => {
    const pace = paceOf(target, from('2026-01-01', () => 8200 / 365), '2026-07-02');
    expect([Math.round(pace.outlook!), pace.standing, pace.basis]).toEqual([8200, 'behind', 'days']);
  });

  test('knows from last year that most comes in December', () => {
    const december = (day: number) => ((day % 365) >= 334 ? 160 : 15);
    const pace = paceOf(target, from('2025-01-01', december), '2026-11-30');
    expect(pace.basis).toBe('year-before');
    expect(pace.outlook! / (334 * 15 + 31 * 160)).toBeCloseTo(1, 2);
  });

  test('is not guessed at in the first weeks', () => {
    expect(paceOf(target, from('2026-01-01', () => 30), '2026-01-20')).toMatchObject({ standing: 'too-early', outlook: undefined });
    expect(paceOf(target, from('2026-01-01', () => 30), '2025-12-20').standing).toBe('not-begun');
  });

  test('counts unknown days neither as nothing nor as reached', () => {
    const pace = paceOf(target, from('2026-01-01', (day) => (day < 100 ? undefined : 20)), '2026-07-19');
    expect([pace.reached, pace.unknown, Math.round(pace.outlook!)]).toEqual([2000, 100, 7300]);
  });

  test('is reached or missed when its time is over', () => {
    expect(paceOf(target, from('2026-01-01', () => 10), '2027-01-05').standing).toBe('missed');
    expect(paceOf(target, from('2026-01-01', () => 40), '2026-10-01').standing).toBe('reached');
  });
});
