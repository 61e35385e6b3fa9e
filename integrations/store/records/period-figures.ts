import { METRICS, STANDING, type Metric } from '../../../src/domain/figure.ts';
import type { Engine, Session } from '../engine.ts';
import type { PeriodFigure, SeriesWish } from '../history.ts';
import { FIGURES, TOTALS } from '../history-tables.ts';
import { dailyTable, figuresAt, type DailyFigure } from './daily-figures.ts';
import { dayNumber, dayOf, daysOf, monthAfter, monthOf, weekOf } from './day-number.ts';
import { kindOf } from './series-row.ts';
import { valueOf } from './units.ts';

/** Up to so many series are looked up one by one; more are read with everything else of their kind. */
const FEW = 200;

interface Chosen {
  source: string;
  metric: Metric;
  entity: string;
}

/** Which series were asked for, by number, and all of which kind they are. */
interface Choice {
  kind: string;
  series: Map<number, Chosen>;
}

/** Sums of a period in whole units. */
interface Sum {
  period: number;
  series: number;
  total: number;
  days: number;
}

/** Figures by day, week or month; see `History`. Months that lie whole in the stretch are taken from the sums that are kept. */
export async function periodFigures({ read }: Engine, wish: SeriesWish): Promise<PeriodFigure[]> {
  const [from, to] = [dayNumber(wish.from), dayNumber(wish.to)];
  const choice = await choose(read, wish);
  if (choice.series.size === 0 || from > to) return [];
  const sums = wish.by === 'month' ? await byMonth(read, choice, from, to) : await byDays(read, choice, from, to, wish.by === 'week' ? weekOf : (day) => day);
  return sums.map(({ period, series, total, days }) => {
    const { source, metric, entity } = choice.series.get(series)!;
    return { period: dayOf(period), source, metric, entity, value: valueOf(metric, total), days };
  });
}

async function choose(read: Session, { about, metrics = METRICS, sources }: SeriesWish): Promise<Choice> {
  const kind = 'kind' in about ? about.kind : kindOf(about.entity);
  const [which, value] = 'kind' in about ? ['kind = ?', []] as const : ['kind = ? AND entity = ?', [about.entity]] as const;
  const rows = await read.all<Chosen & { id: number }>(
    `SELECT series.id, sources.name AS source, metric, entity FROM series JOIN sources ON sources.id = series.source WHERE ${which} AND metric AMONG ?`, kind, ...value, metrics);
  return { kind, series: new Map(rows.filter(({ source }) => !sources || sources.includes(source)).map(({ id, ...names }) => [id, names])) };
}

async function byMonth(read: Session, choice: Choice, from: number, to: number): Promise<Sum[]> {
  const [first, last] = [monthOf(from), monthOf(to)];
  // Beyond what is known, a month that is cut off is the same as the whole one.
  const whole = async (month: number) => (from <= month || !(await anyFigure(read, month, from - 1))) && (to >= monthAfter(month) - 1 || !(await anyFigure(read, to + 1, monthAfter(month) - 1)));
  const months: number[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  const cut = (await Promise.all([...new Set([first, last])].map(async (month) => ((await whole(month)) ? [] : month)))).flat();
  const part = (month: number) => (cut.includes(month) ? byDays(read, choice, Math.max(from, month), Math.min(to, monthAfter(month) - 1), monthOf) : []);
  const kept = months.filter((month) => !cut.includes(month));
  return [...(await part(first)), ...(await monthSumsOf(read, choice, kept)), ...(last === first ? [] : await part(last))];
}

async function monthSumsOf(read: Session, { kind, series }: Choice, months: readonly number[]): Promise<Sum[]> {
  if (months.length === 0) return [];
  const columns = 'month AS period, series, total, days';
  if (series.size <= FEW) return read.all<Sum>(`SELECT ${columns} FROM months WHERE month AMONG ? AND kind = ? AND series AMONG ? ORDER BY month`, months, kind, [...series.keys()]);
  return (await read.all<Sum>(`SELECT ${columns} FROM months WHERE month AMONG ? AND kind = ? ORDER BY month`, months, kind)).filter((sum) => series.has(sum.series));
}

async function anyFigure(read: Session, from: number, to: number): Promise<boolean> {
  const any = await read.all('SELECT 1 FROM totals WHERE day >= ? AND day <= ? UNION ALL SELECT 1 FROM figures WHERE day >= ? AND day <= ? LIMIT 1', from, to, from, to);
  return any.length > 0;
}

async function byDays(read: Session, choice: Choice, from: number, to: number, periodOf: (day: number) => number): Promise<Sum[]> {
  const sums: Sum[] = [];
  const open = new Map<number, Sum>();
  for (const { day, series, value } of await daily(read, choice, from, to)) {
    const period = periodOf(day);
    const sum = open.get(series);
    if (sum?.period === period) {
      sum.total = STANDING.includes(choice.series.get(series)!.metric) ? value : sum.total + value;
      sum.days += 1;
    } else {
      const next = { period, series, total: value, days: 1 };
      sums.push(next);
      open.set(series, next);
    }
  }
  // A series may begin in the middle of a period that others began.
  return sums.sort((a, b) => a.period - b.period);
}

/** Figures in the order of days. */
async function daily(read: Session, choice: Choice, from: number, to: number): Promise<DailyFigure[]> {
  const rows = (await dailyRows(read, choice, from, to)).filter(({ series }) => choice.series.has(series));
  return rows.sort((a, b) => a.day - b.day);
}

function dailyRows(read: Session, { kind, series }: Choice, from: number, to: number): Promise<DailyFigure[]> {
  const [{ entity }] = [...series.values()] as [Chosen];
  if (dailyTable({ kind, entity }) === TOTALS) return read.all<DailyFigure>('SELECT day, series, value FROM totals WHERE day >= ? AND day <= ?', from, to);
  if (series.size <= FEW) return figuresAt(read, FIGURES, daysOf(from, to), [...series.keys()]);
  // A cross join is read from left to right.
  return read.all<DailyFigure>('SELECT day, series, value FROM figures CROSS JOIN series WHERE series.id = figures.series AND kind = ? AND day >= ? AND day <= ?', kind, from, to);
}
