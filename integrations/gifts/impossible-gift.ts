import type { Gift } from '../../src/domain/gift.ts';
import type { Day } from '../../src/domain/instant.ts';

/** Before this day nobody keeps lists of gifts in a computer's format; from this many hundredths on, an amount is a slip of the sign before them. */
const [FIRST, MOST]: [Day, number] = ['1990-01-01', 10_000_000_00];

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether there is a currency with these capital letters (ISO 4217, as the platform knows it). */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/** Why a row cannot be a gift of any day up to `today`, with what to do; `named` says how people find each field in their file. Undefined when it can. */
export function impossibleIn({ day, amount, currency }: Pick<Gift, 'day' | 'amount' | 'currency'>, today: Day, named: Record<'day' | 'amount' | 'currency', string>): string | undefined {
  const days = 'correct it in the file, or say with --time-format how its days are written';
  if (day > today) return `${named.day} is a day that has not come yet; ${days}`;
  if (day < FIRST) return `${named.day} is a day before 1990; ${days}`;
  if (Math.abs(amount) >= MOST) return `${named.amount} is ten million or more; correct it in the file, or say with --decimal which sign stands before the hundredths`;
  return isCurrency(currency) ? undefined : `${named.currency} is no currency that exists; write its code there, like EUR or TRY`;
}
