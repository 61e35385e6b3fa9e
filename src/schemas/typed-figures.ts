import { z } from 'astro/zod';
import type { Metric } from '../domain/figure.ts';
import { dayAfter, isDay, monthsAfter, type Day } from '../domain/instant.ts';
import { overlapping, type TypedFigures, type TypedNumber } from '../domain/typed-figure.ts';
import { line, refuse } from './fields.ts';

/** Of these, halves can be counted; money has hundredths. */
const FRACTIONS: readonly Metric[] = ['volunteer-hours', 'gift-sum'];

/** A day, a week (`2026-W45`, ISO 8601) or a month (`2026-10`) as its first and last day; undefined for one that does not exist. */
export function periodOf(kind: 'day' | 'week' | 'month', text: string): { from: Day; to: Day } | undefined {
  if (kind === 'day') return isDay(text) ? { from: text, to: text } : undefined;
  if (kind === 'month') return /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? { from: `${text}-01`, to: dayAfter(monthsAfter(`${text}-01`, 1), -1) } : undefined;
  const [, year, week] = /^(\d{4})-W(\d{2})$/i.exec(text) ?? [];
  if (year === undefined || Number(week) < 1) return undefined;
  // The week of 4 January is the first; its Monday begins it.
  const fourth = `${year}-01-04`;
  const monday = dayAfter(fourth, -((new Date(`${fourth}T12:00:00Z`).getUTCDay() + 6) % 7) + (Number(week) - 1) * 7);
  // The last week of a year has its Thursday in it.
  return dayAfter(monday, 3).startsWith(year) ? { from: monday, to: dayAfter(monday, 6) } : undefined;
}

const EXAMPLES = { day: '2026-11-14', week: '2026-W45', month: '2026-10' } as const;

function numberSchema(metric: Metric, today: Day) {
  return z.strictObject({ day: z.string().optional(), week: z.string().optional(), month: z.string().optional(), value: z.number().min(0).max(1e12), note: line(300).optional() }).transform((written, context): TypedNumber => {
    const kinds = (['day', 'week', 'month'] as const).filter((kind) => written[kind] !== undefined);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      refuse(context, kind === undefined ? 'This number has no day, week or month.' : `This number has both a ${kinds.join(' and a ')}.`, 'Write one of them, like { month: 2026-10, value: 41 }.');
      return z.NEVER;
    }
    const period = periodOf(kind, written[kind]!.trim());
    if (!period) {
      refuse(context, `“${written[kind]}” is not a ${kind} that exists.`, `Write it like ${EXAMPLES[kind]}.`, [kind]);
      return z.NEVER;
    }
    if (period.to > today) refuse(context, kind === 'day' ? 'This day has not come yet.' : `This ${kind} is not over yet.`, kind === 'day' ? 'Write the day on which it was counted.' : 'Write its number when it is over, or the day on which it was counted.', [kind]);
    if (!FRACTIONS.includes(metric) && !Number.isInteger(written.value)) refuse(context, `“${written.value}” is no whole number.`, 'Write it without points or commas, like 1250.', ['value']);
    return { ...period, value: written.value, ...(written.note !== undefined && { note: written.note }) };
  });
}

const MONEY = { currency: z.string().regex(/^[A-Z]{3}$/, 'This is no currency. Write its three capital letters, like EUR.').optional(), kind: z.enum(['once', 'monthly']).optional() };
// Of what is no money they are no fields, and refused like any other word that is none.
const NO_MONEY = {} as unknown as typeof MONEY;

/** `currency` and `kind` are of money alone. */
type WrittenFigures = Pick<TypedFigures, 'source' | 'currency' | 'numbers'> & Partial<Pick<TypedFigures, 'since' | 'kind'>>;

/** `content/figures/<metric>.yml`; `today` is a day of the organisation's calendar. */
export function typedFiguresSchema(metric: Metric, today: Day): z.ZodType<WrittenFigures> {
  const money = metric === 'gift-sum' || metric === 'gifts';
  return z
    .strictObject({
      source: line(120),
      since: z.string().transform((text, context) => {
        const period = periodOf(/^\d{4}-\d{2}$/.test(text.trim()) ? 'month' : 'day', text.trim());
        if (!period) refuse(context, `“${text}” is not a day or a month that exists.`, 'Write it like 2025-01-01 or 2025-01.');
        return period?.from ?? z.NEVER;
      }).optional(),
      ...(money ? MONEY : NO_MONEY),
      numbers: z.array(numberSchema(metric, today)).min(1),
    })
    .superRefine((written, context) => {
      if (metric === 'gift-sum' && written.currency === undefined) refuse(context, 'The currency is missing.', 'Add a line like currency: EUR.', ['currency']);
      const twice = overlapping(metric, written.numbers);
      if (twice) refuse(context, twice[0].to === twice[1].to ? 'Two numbers are about the same day.' : 'Two numbers are about the same days, which would be counted twice.', 'Keep one of them.', ['numbers', written.numbers.indexOf(twice[1])]);
      const first = written.numbers.map(({ to }) => to).sort()[0];
      if (written.since !== undefined && first !== undefined && first < written.since) refuse(context, '“since” comes after the first number.', 'Write an earlier day, or take the line out.', ['since']);
    });
}
