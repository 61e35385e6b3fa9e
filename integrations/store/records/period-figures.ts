import { STANDING } from '../../../src/domain/figure.ts';
import type { Engine, Session, Value } from '../engine.ts';
import type { PeriodFigure, SeriesWish } from '../history.ts';
import { FIGURES, TOTALS } from '../history-tables.ts';
import { dailyTable, figuresAt } from './daily-figures.ts';
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
  const figures: PeriodFigure[] = [];
  for (const [period, id, total, days] of await { day: byDay, week: byWeek, month: byMonth }[wish.by](read, choice, from, to)) {
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
  const part = async (month: number) => (cut.includes(month) ? summed(read, choice, Math.max(from, month), Math.min(to, monthAfter(month) - 1), 'day * 0', monthOf) : []);
  return [...(await part(first)), ...(await keptMonths(read, choice, monthsOf(first, last).filter((month) => !cut.includes(month)))), ...(last === first ? [] : await part(last))];
}

async function keptMonths(read: Session, { slices, series }: SeriesChoice, months: readonly number[]): Promise<Sum[]> {
  if (months.length === 0) return [];
  const few = series.size <= FEW;
  return read.lists<Sum>(`SELECT month, series, total, days FROM months WHERE month AMONG ? AND slice AMONG ? ${few ? 'AND series AMONG ?' : ''} ORDER BY month`, months, slices, ...(few ? [[...series.keys()]] : []));
}

async function anyFigure(read: Session, from: number, to: number): Promise<boolean> {
  const any = await read.lists('SELECT 1 FROM totals WHERE day >= ? AND day <= ? UNION ALL SELECT 1 FROM figures WHERE day >= ? AND day <= ? LIMIT 1', from, to, from, to);
  return any.length > 0;
}

function byDay(read: Session, choice: SeriesChoice, from: number, to: number): Promise<Sum[]> {
  const { daily, values } = dailyOf(choice, from, to);
  return read.lists<Sum>(`SELECT day, series, value, 1 ${daily} ORDER BY day`, ...values);
}

function byWeek(read: Session, choice: SeriesChoice, from: number, to: number): Promise<Sum[]> {
  return summed(read, choice, from, to, 'day - day % 7', weekOf);
}

/** Adds up in the database, by an expression that is the same for all days of a period; of what stands, the last value takes the sum's place. */
async function summed(read: Session, choice: SeriesChoice, from: number, to: number, expression: string, periodOf: (day: number) => number): Promise<Sum[]> {
  const { daily, values } = dailyOf(choice, from, to);
  const sums = await read.lists<Sum>(`SELECT max(day), series, CAST(sum(value) AS BIGINT), count(*) ${daily} GROUP BY ${expression}, series ORDER BY 1`, ...values);
  const standing = [...choice.series].filter(([, { metric }]) => STANDING.includes(metric)).map(([id]) => id);
  const lastDays = sums.filter(([, series]) => standing.includes(series)).map(([day]) => day);
  const last = new Map((await figuresAt(read, tableOf(choice), [...new Set(lastDays)], standing)).map(([day, series, value]) => [`${day} ${series}`, value]));
  const periods = sums.map(([day, series, total, days]): Sum => [periodOf(day), series, last.get(`${day} ${series}`) ?? total, days]);
  return periods.sort(([a], [b]) => a - b);
}

const tableOf = ({ kind, series }: SeriesChoice) => ([...series.values()].every(({ entity }) => dailyTable({ kind, entity }) === TOTALS) ? TOTALS : FIGURES);

/** Where the days of what was chosen are read, and the values that belong there. */
function dailyOf(choice: SeriesChoice, from: number, to: number): { daily: string; values: Value[] } {
  if (tableOf(choice) === TOTALS) return { daily: 'FROM totals WHERE day >= ? AND day <= ?', values: [from, to] };
  if (choice.series.size <= FEW) return { daily: 'FROM figures WHERE day AMONG ? AND series AMONG ?', values: [daysOf(from, to), [...choice.series.keys()]] };
  // A cross join is read from left to right.
  return { daily: 'FROM figures CROSS JOIN series WHERE series.id = figures.series AND kind = ? AND day >= ? AND day <= ?', values: [choice.kind, from, to] };
}
