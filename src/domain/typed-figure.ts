import { STANDING, type Figure, type Metric } from './figure.ts';
import type { Day } from './instant.ts';

/** A number that somebody counted and typed, for a day, or for a week or month that is over. */
export interface TypedNumber {
  /** The first and the last day that it is about; the same for a day. */
  from: Day;
  to: Day;
  value: number;
  note?: string | undefined;
}

/** Numbers of one metric, as `content/figures/<metric>.yml` has them. */
export interface TypedFigures {
  metric: Metric;
  /** Who counted, or where it stands. */
  source: string;
  /** From this day on, what is not written here is not known, rather than left away. */
  since: Day;
  /** ISO 4217, of money alone. */
  currency?: string | undefined;
  kind: 'once' | 'monthly';
  /** In the order of days. */
  numbers: TypedNumber[];
}

/** Two numbers that count the same: of a sum those of days that overlap, of what stands those of the same last day. */
export function overlapping(metric: Metric, numbers: readonly TypedNumber[]): [TypedNumber, TypedNumber] | undefined {
  const inOrder = numbers.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const at = inOrder.findIndex((number, index) => index > 0 && (STANDING.includes(metric) ? number.to === inOrder[index - 1]!.to : number.from <= inOrder[index - 1]!.to));
  return at < 0 ? undefined : [inOrder[at - 1]!, inOrder[at]!];
}

/** The figures of typed numbers. One of a week or month stands on its last day, when all of it is known; the days before stay unknown. */
export function typedFigures({ metric, currency, kind, numbers }: TypedFigures): Omit<Figure, 'source'>[] {
  const money = currency && `money:${currency}:${kind}`;
  const entities = metric === 'gift-sum' ? [money!] : metric === 'gifts' && money ? ['', money] : [''];
  return numbers.flatMap(({ to, value }) => entities.map((entity) => ({ day: to, metric, entity, value: metric === 'gift-sum' ? Math.round(value * 100) : value })));
}
