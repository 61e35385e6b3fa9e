import { dayNumber, dayOfNumber } from '../../src/domain/calendar-day.ts';
import type { Stretch } from '../../src/domain/figure.ts';
import type { Publication } from '../../src/domain/publication.ts';
import type { Chance } from './chance.ts';

/** With so many days of publications in three years a half more is nearly always found. */
const WANTED = 24;
/** Invented ones keep away from others, so that effects can be told apart. */
const APART = 21;

/** The organisation’s own publications within the stretch, and invented ones, marked, until there are 24 days of them; in the order of days. */
export function samplePublications(own: readonly Publication[], { from, to }: Stretch, chance: Chance): Publication[] {
  const inside = own.filter(({ day }) => day >= from && day <= to);
  const taken = new Set(inside.map(({ day }) => dayNumber(day)));
  const invented: Publication[] = [];
  const [first, last] = [dayNumber(from) + 30, dayNumber(to) - 30];
  for (let attempt = 0; taken.size < WANTED && attempt < 5000 && last > first; attempt++) {
    const day = first + chance.below(last - first);
    if ([...taken].some((other) => Math.abs(other - day) < APART)) continue;
    taken.add(day);
    invented.push({ day: dayOfNumber(day), entity: `story:press/invented-${String(invented.length + 1).padStart(2, '0')}`, invented: true });
  }
  return [...inside, ...invented].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
