import type { PeriodKind } from '../domain/periods/period.ts';
import type { Reader } from './reader.ts';
import type { Block } from './view.ts';

/** Periods that a reader may choose. */
const CHOICES = ['month', 'quarter', 'year'] as const satisfies readonly PeriodKind[];

/** The period that an address names; a month unless it names another. */
export const chosenPeriod = (said: string | null): PeriodKind => CHOICES.find((kind) => kind === said) ?? 'month';

export function periodChoice(kind: PeriodKind, place: string, { words, href }: Reader): Block {
  return { kind: 'choice', name: words.period.choose, links: CHOICES.map((choice) => ({ text: words.period[choice], href: href(place, choice === 'month' ? {} : { period: choice }), current: choice === kind })) };
}
