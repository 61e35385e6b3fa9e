import { dayNumber, dayOfNumber } from '../../src/domain/calendar-day.ts';
import type { Stretch } from '../../src/domain/figure.ts';
import type { Publication } from '../../src/domain/publication.ts';
import { chanceFrom } from './chance.ts';
import { SAMPLE_EPOCH } from './sample-model.ts';

/** With so many days of publications in three years a half more is nearly always found. */
const ENOUGH = 24;
/** Invented ones come once in so many days, on one of the first of them, and keep away from real ones, so that effects can be told apart. */
const EVERY = 42;
const FIRST = 21;
const APART = 21;

/** The organisation’s own publications within the stretch and, when these are on fewer than 24 days, invented ones, marked, all through it; in the order of days. */
export function samplePublications(own: readonly Publication[], { from, to }: Stretch, seed: number): Publication[] {
  const inside = own.filter(({ day }) => day >= from && day <= to);
  const days = [...new Set(inside.map(({ day }) => dayNumber(day)))];
  const blocks = Math.ceil((dayNumber(to) - SAMPLE_EPOCH + 1) / EVERY);
  const invented = Array.from({ length: days.length < ENOUGH ? blocks : 0 }, (_, block): Publication & { number: number } => {
    const number = SAMPLE_EPOCH + block * EVERY + chanceFrom(seed + block).below(FIRST);
    return { number, day: dayOfNumber(number), entity: `story:press/invented-${String(block + 1).padStart(2, '0')}`, invented: true };
  }).filter(({ number, day }) => day >= from && day <= to && days.every((other) => Math.abs(other - number) >= APART));
  return [...inside, ...invented.map(({ number: _, ...publication }) => publication)].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
