import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { nl } from './nl.ts';
import { ti } from './ti.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { calendar } from './calendar.ts';
import { kept } from './kept.ts';
import type { Words } from './words.ts';

export { calendar } from './calendar.ts';
export { count, countParts, fill } from './count.ts';

const LANGUAGES: Record<string, Words> = { nl, en, tr, ar, uk, fa, ti };

/** Languages whose interface words we have. */
export const SPOKEN = Object.keys(LANGUAGES);

/** The interface in a language; English for one that we do not speak yet. */
export function wordsIn(lang: string): Words {
  return LANGUAGES[lang] ?? LANGUAGES[lang.split('-')[0]!] ?? en;
}

const clocksOf = kept((key: string) => {
  const [lang, timeZone, style] = key.split('|') as [string, string, string];
  const options: Intl.DateTimeFormatOptions = {
    date: { dateStyle: 'long' as const },
    short: { day: 'numeric', month: 'short', year: 'numeric' } as const,
    time: { hour: 'numeric', minute: '2-digit' } as const,
    full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const,
    moment: { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const,
  }[style]!;
  return new Intl.DateTimeFormat(calendar(lang), { timeZone, ...options });
});

/** A moment in words: `date` 17 November 2026, `short`, `time` 19:30, `moment` both, `full` with weekday and zone. */
export function formatInstant(lang: string, instant: string, timeZone: string, style: 'date' | 'short' | 'time' | 'moment' | 'full' = 'date'): string {
  return clocksOf(`${lang}|${timeZone}|${style}`).format(new Date(instant));
}

/** A calendar day in words. */
export function formatDay(lang: string, day: string): string {
  return formatInstant(lang, `${day}T12:00:00Z`, 'UTC');
}
