import { STANDING } from '../../../src/domain/figure.ts';
import type { Engine, Session } from '../engine.ts';
import type { PeriodFigure, SeriesWish } from '../history.ts';
import { FIGURES, TOTALS } from '../history-tables.ts';
import { dailyTable, figuresAt, type DailyFigure } from './daily-figures.ts';
import { dayNumber, dayOf, daysOf, monthAfter, monthOf, monthsOf, weekOf } from './day-number.ts';
import { chooseSeries, type SeriesChoice } from './series-choice.ts';
import { valueOf } from './units.ts';

/** Up to so many series are looked up one by one; more are read with everything else of their kind. */
const FEW = 200;

/** What a series has in a period, in whole units, and on how many days. */
type Sum = readonly [period: number, series: number, total: number, days: number];

/** Figures by day, week or month; see `History`. Months that lie whole in the stretch are taken from the sums that are kept. */
export async function periodFigures({ read }: Engine, wish: SeriesWish): Promise<PeriodFigure[]> {
  const [from, to] = [dayNumber(wish.from), dayNumber(wish.to)];
  const choice = await chooseSeries(read, wish);
  if (choice.series.size === 0 || from > to) return [];
  const sums = wish.by === 'month' ? await byMonth(read, choice, from, to) : await byDays(read, choice, from, to, wish.by === 'week' ? weekOf : (day) => day);
  const figures: PeriodFigure[] = [];
  for (const [period, id, total, days] of sums) {
    const series = choice.series.get(id);
    if (series) figures.push({ period: dayOf(period), source: series.source, metric: series.metric, entity: series.entity, value: valueOf(series.metric, total), days });
  }
  return figures;
}

async function byMonth(read: Session, choice: SeriesChoice, from: number, to: number): Promise<Sum[]> {
  const [first, last] = [monthOf(from), monthOf(to)];
  // Beyond what is known, a month that is cut off is the same as the whole one.
  const whole = async (month: number) => (from <= month || !(await anyFigure(read, month, from - 1))) && (to >= monthAfter(month) - 1 || !(await anyFigure(read, to + 1, monthAfter(month) - 1)));
  const cut: number[] = [];
  for (const month of new Set([first, last])) if (!(await whole(month))) cut.push(month);
  const part = async (month: number) => (cut.includes(month) ? byDays(read, choice, Math.max(from, month), Math.min(to, monthAfter(month) - 1), monthOf) : []);
  return [...(await part(first)), ...(await keptMonths(read, choice, monthsOf(first, last).filter((month) => !cut.includes(month)))), ...(last === first ? [] : await part(last))];
}

async function keptMonths(read: Session, { kind, series }: SeriesChoice, months: readonly number[]): Promise<Sum[]> {
  if (months.length === 0) return [];
  const few = series.size <= FEW;
  return read.lists<Sum>(`SELECT month, series, total, days FROM months WHERE month AMONG ? AND kind = ? ${few ? 'AND series AMONG ?' : ''} ORDER BY month`, months, kind, ...(few ? [[...series.keys()]] : []));
}

async function anyFigure(read: Session, from: number, to: number): Promise<boolean> {
  const any = await read.lists('SELECT 1 FROM totals WHERE day >= ? AND day <= ? UNION ALL SELECT 1 FROM figures WHERE day >= ? AND day <= ? LIMIT 1', from, to, from, to);
  return any.length > 0;
}

async function byDays(read: Session, choice: SeriesChoice, from: number, to: number, periodOf: (day: number) => number): Promise<Sum[]> {
  const daily = (await dailyFigures(read, choice, from, to)).sort(([a], [b]) => a - b);
  const sums: [number, number, number, number][] = [];
  const open = new Map<number, [number, number, number, number]>();
  for (const [day, series, value] of daily) {
    const names = choice.series.get(series);
    if (!names) continue;
    const period = periodOf(day);
    const sum = open.get(series);
    if (sum?.[0] === period) {
      sum[2] = STANDING.includes(names.metric) ? value : sum[2] + value;
      sum[3] += 1;
    } else {
      const next: [number, number, number, number] = [period, series, value, 1];
      sums.push(next);
      open.set(series, next);
    }
  }
  // A series may begin in the middle of a period that others began.
  return sums.sort(([a], [b]) => a - b);
}

function dailyFigures(read: Session, { kind, series }: SeriesChoice, from: number, to: number): Promise<DailyFigure[]> {
  if ([...series.values()].every(({ entity }) => dailyTable({ kind, entity }) === TOTALS)) return read.lists<DailyFigure>('SELECT day, series, value FROM totals WHERE day >= ? AND day <= ?', from, to);
  if (series.size <= FEW) return figuresAt(read, FIGURES, daysOf(from, to), [...series.keys()]);
  // A cross join is read from left to right.
  return read.lists<DailyFigure>('SELECT day, series, value FROM figures CROSS JOIN series WHERE series.id = figures.series AND kind = ? AND day >= ? AND day <= ?', kind, from, to);
}
