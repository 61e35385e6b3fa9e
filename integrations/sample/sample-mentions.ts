import { createHash } from 'node:crypto';
import { dayNumber, daysLater } from '../../src/domain/calendar-day.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { chanceOfDay } from './chance.ts';

/** Names and addresses that can belong to nobody (RFC 2606). */
const OUTLETS = ['havenstad-courant.example', 'radio-haven.example', 'gazete-liman.example', 'buurtblad.example'];
const TITLES = ['Havenlicht: “Let them finish their school year”', 'How families wait for each other', 'Volunteers teach on Saturdays', 'Council debates the reception centre'];

/** Invented mentions for each day’s expected number. */
export function sampleMentions(from: Day, expected: readonly number[], seed: number): Mention[] {
  return expected.flatMap((mean, at) => {
    const day = daysLater(from, at);
    const chance = chanceOfDay(seed, dayNumber(day));
    return Array.from({ length: chance.poisson(mean) }, (_, index): Mention => {
      const outlet = OUTLETS[chance.below(OUTLETS.length)]!;
      return { key: createHash('sha256').update(`sample mention ${day} ${index}`).digest('hex').slice(0, 32), day, title: TITLES[chance.below(TITLES.length)]!, url: `https://${outlet}/${day}-${index}`, outlet };
    });
  });
}
