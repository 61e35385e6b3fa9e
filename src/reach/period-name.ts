import type { Stretch } from '../domain/figure.ts';
import type { Period } from '../domain/periods/period.ts';
import { calendar } from '../text/calendar.ts';

/** A period as people name it: October 2026, 2026, or its first and last day. */
export function periodName(lang: string, period: Stretch & Partial<Pick<Period, 'kind'>>): string {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(`${calendar(lang)}-nu-latn`, { timeZone: 'UTC', ...options });
  const at = (day: string) => new Date(`${day}T12:00:00Z`);
  if (period.kind === 'year') return format({ year: 'numeric' }).format(at(period.from));
  if (period.kind === 'month') return format({ month: 'long', year: 'numeric' }).format(at(period.from));
  const month = { month: 'long', year: 'numeric' } as const;
  return period.kind === 'quarter' ? format(month).formatRange(at(period.from), at(period.to)) : format({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(at(period.from), at(period.to));
}
