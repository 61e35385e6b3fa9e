/** A moment as ISO 8601 in UTC with milliseconds, e.g. `2026-11-17T08:00:00.000Z`; two of them compare as text. */
export type Instant = string;

/** A calendar day, `2026-11-17`, without a time or a zone. */
export type Day = string;

const WITH_ZONE = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const WITHOUT_ZONE = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/;

const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** True for a day that exists: `2026-02-28` does, `2026-02-30` does not. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * Reads a moment that a person wrote: `2026-11-17T09:00:00+01:00`, or without a zone, which then means the wall
 * clock of `timeZone` (an IANA name). Undefined for a text, day or hour that does not exist, an hour skipped when
 * the clocks go forward among them; the earlier of the two when they go back.
 */
export function readInstant(text: string, timeZone: string): Instant | undefined {
  const match = WITH_ZONE.exec(text) ?? WITHOUT_ZONE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone] = match;
  if (!isDay(`${year}-${month}-${day}`) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (zone) return instantOf(Date.parse(wall + zone));
  // Both offsets that hold around that day are tried: one of them is right, none is in the skipped hour.
  const asUtc = Date.parse(`${wall}Z`);
  const offsets = [-36e5 * 24, 36e5 * 24].map((shift) => offsetAt(asUtc + shift, timeZone));
  const candidates = offsets.map((offset) => asUtc - offset).filter((time) => time + offsetAt(time, timeZone) === asUtc);
  return instantOf(Math.min(...candidates));
}

/** Undefined outside the years 0 to 9999, which ISO 8601 writes with a sign: as text, `+010000` comes before `2026`. */
function instantOf(time: number): Instant | undefined {
  if (!(time >= FIRST && time <= LAST)) return undefined;
  return new Date(time).toISOString();
}

/** How far the wall clock of `timeZone` is ahead of UTC at that moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const parts = Object.fromEntries(clockOf(timeZone).formatToParts(time).map(({ type, value }) => [type, value]));
  const wall = Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day']), Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return wall - Math.floor(time / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** The calendar day that a clock in `timeZone` shows at that moment. */
export function dayIn(timeZone: string, instant: Instant): Day {
  return new Date(Date.parse(instant) + offsetAt(Date.parse(instant), timeZone)).toISOString().slice(0, 10);
}

/** The moment at which a calendar day begins in `timeZone`. */
export function dayStart(timeZone: string, day: Day): Instant {
  // Where the clocks go forward at midnight, the day begins an hour later.
  return readInstant(`${day}T00:00`, timeZone) ?? readInstant(`${day}T01:00`, timeZone)!;
}

/** The moment at which the next calendar day begins in `timeZone`. */
export function nextMidnight(timeZone: string, instant: Instant): Instant {
  return dayStart(timeZone, dayAfter(dayIn(timeZone, instant), 1));
}

/** The day that many days later; earlier for a number below nought. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}

/** The same day that many months later; the last day of a month that is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  return last.toISOString().slice(0, 8) + String(Math.min(date, last.getUTCDate())).padStart(2, '0');
}

/** Whole months between two moments, for "this story is 14 months old". */
export function monthsBetween(earlier: Instant, later: Instant): number {
  const from = new Date(earlier);
  const to = new Date(later);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}
