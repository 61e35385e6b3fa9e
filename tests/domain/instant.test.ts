import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, isDay, monthsBetween, nextMidnight, readInstant } from '../../src/domain/instant.ts';

describe('a day', () => {
  test.each(['2026-11-17', '2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (day) => expect(isDay(day)).toBe(true));
  test.each(['2026-02-29', '2026-02-30', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '17-11-2026', '2026-1-7', '2026/11/17', '2026-11-17 ', '', '+12026-01-01'])('“%s” does not exist', (day) => expect(isDay(day)).toBe(false));

  test('every month has the length that the calendar gives it', () => {
    const lengths = Array.from({ length: 12 }, (_, month) => Array.from({ length: 31 }, (_, day) => isDay(`2026-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`)).filter(Boolean).length);
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });
});

describe('a moment that a person wrote', () => {
  test.each([
    ['2026-11-17T09:00:00+01:00', 'Europe/Amsterdam', '2026-11-17T08:00:00.000Z'],
    ['2026-11-17T09:00:00Z', 'Europe/Amsterdam', '2026-11-17T09:00:00.000Z'],
    ['2026-11-17 09:00', 'Europe/Amsterdam', '2026-11-17T08:00:00.000Z'],
    ['2026-07-17 09:00', 'Europe/Amsterdam', '2026-07-17T07:00:00.000Z'],
    ['2026-07-17 09:00', 'Europe/Istanbul', '2026-07-17T06:00:00.000Z'],
    ['2026-01-17T09:00:30', 'Europe/Istanbul', '2026-01-17T06:00:30.000Z'],
    ['2026-11-17T00:30:00+14:00', 'UTC', '2026-11-16T10:30:00.000Z'],
    ['2026-11-17T09:00:00.250Z', 'UTC', '2026-11-17T09:00:00.000Z'],
    ['2026-06-01 12:00', 'Asia/Kathmandu', '2026-06-01T06:15:00.000Z'],
  ])('%s on the clock of %s is %s', (text, zone, instant) => expect(readInstant(text, zone)).toBe(instant));

  test.each(['2026-02-30T09:00:00+01:00', '2026-11-17T24:00:00Z', '2026-11-17T09:60:00Z', '2026-11-17T09:00:60Z', '2026-11-17', '17-11-2026 09:00', 'tomorrow', '', '2026-11-17T09:00:00+1', '2026-11-17T09:00:00+99:00', '2026-11-17T09:00:00 Europe/Amsterdam'])(
    '“%s” is none', (text) => expect(readInstant(text, 'Europe/Amsterdam')).toBeUndefined(),
  );

  test('an hour that the clocks skip in spring does not exist', () => {
    expect(readInstant('2026-03-29 02:30', 'Europe/Amsterdam')).toBeUndefined();
    expect(readInstant('2026-03-29 01:59', 'Europe/Amsterdam')).toBe('2026-03-29T00:59:00.000Z');
    expect(readInstant('2026-03-29 03:00', 'Europe/Amsterdam')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('an hour that comes twice in autumn means the earlier one', () => {
    expect(readInstant('2026-10-25 02:30', 'Europe/Amsterdam')).toBe('2026-10-25T00:30:00.000Z');
    expect(readInstant('2026-10-25 03:00', 'Europe/Amsterdam')).toBe('2026-10-25T02:00:00.000Z');
  });

  test('Istanbul, which stopped changing its clocks in 2016, has every hour since, and had gaps before', () => {
    expect(readInstant('2026-03-29 03:30', 'Europe/Istanbul')).toBe('2026-03-29T00:30:00.000Z');
    expect(readInstant('2015-03-29 03:30', 'Europe/Istanbul')).toBeUndefined();
    expect(readInstant('2015-11-08 03:30', 'Europe/Istanbul')).toBe('2015-11-08T00:30:00.000Z');
  });

  test('a moment in year 10000 is refused, because as text it would come before today', () => {
    expect(readInstant('9999-12-31T23:59:59-01:00', 'UTC')).toBeUndefined();
    expect(readInstant('9999-12-31 23:59', 'America/New_York')).toBeUndefined();
    expect(readInstant('9999-12-31T23:59:59Z', 'UTC')).toBe('9999-12-31T23:59:59.000Z');
    expect(readInstant('0000-01-01T00:00:00+01:00', 'UTC')).toBeUndefined();
  });

  test('moments that were read compare as text the way they compare in time', () => {
    const two = (max: number, min = 0) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
    const written = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), two(12, 1), two(28, 1), two(23), two(59), fc.constantFrom('+', '-'), two(14), two(59))
      .map(([year, month, day, hour, minute, sign, zoneHour, zoneMinute]) => `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:00${sign}${zoneHour}:${zoneMinute}`);
    fc.assert(
      fc.property(written, written, (one, other) => {
        const [a, b] = [readInstant(one, 'UTC'), readInstant(other, 'UTC')];
        if (a !== undefined && b !== undefined) expect(a < b).toBe(Date.parse(a) < Date.parse(b));
        expect(a === undefined || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000Z$/.test(a)).toBe(true);
      }),
    );
  });

  test('a moment written without a zone shows the same clock again in that zone', () => {
    const zones = fc.constantFrom('Europe/Amsterdam', 'Europe/Istanbul', 'Asia/Tehran', 'America/St_Johns', 'Pacific/Apia', 'Africa/Asmara');
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }), zones, (date, timeZone) => {
        const wall = date.toISOString().slice(0, 16);
        const instant = readInstant(wall, timeZone);
        if (instant === undefined) return;
        const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
        expect(clock.replace(' ', 'T')).toBe(wall);
      }),
    );
  });
});

test.each([
  ['2026-01-31T00:00:00.000Z', '2026-02-28T00:00:00.000Z', 0],
  ['2026-01-15T00:00:00.000Z', '2026-02-15T00:00:00.000Z', 1],
  ['2025-09-23T10:00:00.000Z', '2026-11-22T10:00:00.000Z', 13],
  ['2025-09-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z', 14],
])('from %s to %s are %i whole months', (from, to, months) => expect(monthsBetween(from, to)).toBe(months));

describe('a day on the organisation’s clock', () => {
  test.each([
    ['Europe/Amsterdam', '2026-11-23T22:59:59.999Z', '2026-11-23', '2026-11-23T23:00:00.000Z'],
    ['Europe/Amsterdam', '2026-11-23T23:00:00.000Z', '2026-11-24', '2026-11-24T23:00:00.000Z'],
    ['Europe/Amsterdam', '2026-10-25T00:30:00.000Z', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['Europe/Istanbul', '2026-11-23T21:30:00.000Z', '2026-11-24', '2026-11-24T21:00:00.000Z'],
    ['America/New_York', '2026-11-23T03:00:00.000Z', '2026-11-22', '2026-11-23T05:00:00.000Z'],
  ])('%s at %s shows %s, until %s', (zone, instant, day, midnight) => {
    expect([dayIn(zone, instant), nextMidnight(zone, instant)]).toEqual([day, midnight]);
  });

  test('begins at one o’clock where the clocks go forward at midnight', () => {
    expect(nextMidnight('Asia/Beirut', '2022-03-26T12:00:00.000Z')).toBe('2022-03-26T22:00:00.000Z');
  });
});
