import { describe, expect, test } from 'vitest';
import { formatDay, formatInstant } from '../../src/text/text.ts';

const MOMENT = '2026-11-17T22:30:00.000Z';
const plainly = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('a moment', () => {
  test.each([
    ['nl', 'Europe/Amsterdam', '17 november 2026'],
    ['en', 'Europe/Amsterdam', '17 November 2026'],
    ['en-US', 'Europe/Amsterdam', 'November 17, 2026'],
    ['tr', 'Europe/Amsterdam', '17 Kasım 2026'],
    ['uk', 'Europe/Amsterdam', '17 листопада 2026 р.'],
    ['nl', 'Europe/Istanbul', '18 november 2026'],
  ])('in %s on the clock of %s is %s', (lang, zone, text) => expect(plainly(formatInstant(lang, MOMENT, zone))).toBe(text));

  test('has the same year in every language, because letters and papers here do too', () => {
    for (const lang of ['fa', 'ar', 'ti', 'tr', 'uk']) {
      const year = new Intl.NumberFormat(lang, { useGrouping: false }).format(2026);
      expect([lang, formatInstant(lang, MOMENT, 'UTC').includes(year)]).toEqual([lang, true]);
    }
  });

  test('can be told with weekday, hour and zone', () => {
    expect(plainly(formatInstant('nl', MOMENT, 'Europe/Amsterdam', 'full'))).toBe('dinsdag 17 november 2026 om 23:30 CET');
    expect(plainly(formatInstant('nl', MOMENT, 'Europe/Amsterdam', 'time'))).toBe('23:30');
    expect(plainly(formatInstant('nl', MOMENT, 'Europe/Amsterdam', 'short'))).toBe('17 nov 2026');
  });
});

test('a day stays that day in every zone of the machine', () => expect(formatDay('nl', '2026-11-17')).toBe('17 november 2026'));

