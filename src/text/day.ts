import { dayFormat, noonOf } from './western-digits.ts';

/** A calendar day in words, 17 November 2026, with Western digits as the dashboard has them everywhere. */
export function formatDay(lang: string, day: string): string {
  return dayFormat(lang, { dateStyle: 'long' }).format(noonOf(day));
}
