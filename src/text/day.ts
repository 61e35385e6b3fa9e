import { calendar } from './calendar.ts';

/** A calendar day in words, 17 November 2026, with Western digits as the dashboard has them everywhere. */
export function formatDay(lang: string, day: string): string {
  return new Intl.DateTimeFormat(`${calendar(lang)}-nu-latn`, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T12:00:00Z`));
}
