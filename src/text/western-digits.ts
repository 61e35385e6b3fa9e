import { calendar } from './calendar.ts';
import { kept } from './kept.ts';

// Making a format takes far longer than using it.
const numbers = kept((key: string) => new Intl.NumberFormat(...(JSON.parse(key) as [string, Intl.NumberFormatOptions])));
const days = kept((key: string) => new Intl.DateTimeFormat(...(JSON.parse(key) as [string, Intl.DateTimeFormatOptions])));

/** Numbers as a language writes them, with Western digits in every one: the same number stands in the bank's letters and in files. */
export const numberFormat = (lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => numbers(JSON.stringify([`${lang}-u-nu-latn`, options]));

/** Calendar days likewise, in UTC unless `options` name a zone. */
export const dayFormat = (lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => days(JSON.stringify([`${calendar(lang)}-nu-latn`, { timeZone: 'UTC', ...options }]));

/** The middle of a calendar day in UTC, by which it is formatted. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
