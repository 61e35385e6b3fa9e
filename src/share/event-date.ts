import type { Event } from '../domain/story.ts';
import { calendar } from '../text/text.ts';

/** When an event is, taken apart for a card, in the words of `lang` and by the clock of `timeZone`. */
export function eventDate({ starts, ends, online }: Pick<Event, 'starts' | 'ends' | 'online'>, lang: string, timeZone: string): { weekday: string; day: string; month: string; time: string } {
  const from = new Date(starts);
  const form = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(calendar(lang), { timeZone, ...options });
  const alone = (words: string) => words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);
  // People who join from elsewhere need to know whose clock it is.
  const clock = form({ hour: 'numeric', minute: '2-digit', ...(online ? { timeZoneName: 'short' } : {}) });
  return {
    weekday: alone(form({ weekday: 'long' }).format(from)),
    day: form({ day: 'numeric' }).formatToParts(from).find(({ type }) => type === 'day')!.value,
    month: alone(form({ month: 'long', year: 'numeric' }).format(from)),
    time: ends ? clock.formatRange(from, new Date(ends)) : clock.format(from),
  };
}
