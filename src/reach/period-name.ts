import type { Stretch } from '../domain/figure.ts';
import type { Period } from '../domain/periods/period.ts';
import { dayFormat, noonOf } from '../text/western-digits.ts';

/** A period as people name it: October 2026, 2026, or its first and last day. */
export function periodName(lang: string, period: Stretch & Partial<Pick<Period, 'kind'>>): string {
  const format = (options: Intl.DateTimeFormatOptions) => dayFormat(lang, options);
  if (period.kind === 'year') return format({ year: 'numeric' }).format(noonOf(period.from));
  if (period.kind === 'month') return format({ month: 'long', year: 'numeric' }).format(noonOf(period.from));
  const month = { month: 'long', year: 'numeric' } as const;
  return period.kind === 'quarter' ? format(month).formatRange(noonOf(period.from), noonOf(period.to)) : format({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(noonOf(period.from), noonOf(period.to));
}
