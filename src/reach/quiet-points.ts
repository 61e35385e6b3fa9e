import type { ChartPoint } from '../charts/chart.ts';
import { daysLater } from '../domain/calendar-day.ts';
import { STANDING, type Entity, type Metric, type Stretch } from '../domain/figure.ts';
import { monthsAfter, type Day } from '../domain/instant.ts';
import { THRESHOLD, type ShownCount } from '../domain/money/gift-table.ts';
import { periodOf, type Period } from '../domain/periods/period.ts';
import { cutTo, type DaySeries } from '../domain/statistics/day-series.ts';
import { examined } from './examined.ts';
import type { ReachData } from './reach-data.ts';
import { firstWholeMonth, mondayOf, WEEKS_OF_YEAR, weeksOf } from './series-points.ts';
import { isFew, toldCounts, type ToldCounts } from './told-counts.ts';

/** A line of a sensitive metric: everything, or what an entity splits off; of the same time, or of a year before. */
export interface QuietLine {
  entity?: Entity | undefined;
  before?: boolean | undefined;
}

/**
 * Points of a sensitive metric that may be shown, the same steps for all lines: weeks where no part of a week that a month
 * cuts off is small, this year and the year before, and only of months that are over, since the rest of a month is told by
 * its total; otherwise months, and a quarter where only that is told, which stands in the table alone since a curve would
 * show it as a month. `hidden` stands for what is hidden so that no other number can be computed.
 */
export function quietPoints(data: ReachData, metric: Metric, axis: Stretch, lines: readonly QuietLine[], hidden: string): { step: 'week' | 'month'; points: ChartPoint[][] } {
  const series = examined(data).series(metric);
  const told = toldCounts(data, metric);
  // What stands is no sum, so that weeks and months tell nothing of each other.
  if (STANDING.includes(metric)) return { step: 'week', points: lines.map(({ before }) => weeksOf(series, metric, axis, before).map((point) => (point.value !== null && isFew(point.value) ? { ...point, value: null, shown: `<${THRESHOLD}` } : point))) };
  const [now, earlier] = [false, true].map((before) => toldWeeks(series, metric, told, axis, before));
  if (now && earlier && now.length > 0 && lines.every(({ entity }) => entity === undefined)) return { step: 'week', points: lines.map(({ before }) => (before ? earlier : now)) };
  return { step: 'month', points: lines.map(({ entity, before }) => monthsOf((period) => (entity === undefined ? told.total(period) : told.part(entity, period)), axis, before ? 12 : 0, hidden)) };
}

/** The weeks that lie in told months; undefined when one of these months has a small piece. */
function toldWeeks(series: DaySeries, metric: Metric, told: ToldCounts, axis: Stretch, before: boolean): ChartPoint[] | undefined {
  const weeks = weeksOf(series, metric, axis, before).map((point) => {
    const monday = before ? daysLater(point.at, -WEEKS_OF_YEAR) : point.at;
    return { point, months: [...new Set([monday, daysLater(monday, 6)].map((day) => periodOf('month', day).from))] };
  });
  const totals = new Map([...new Set(weeks.flatMap(({ months }) => months))].map((month) => [month, told.total(periodOf('month', month))]));
  for (const [month, total] of totals) if (total !== undefined && (typeof total !== 'number' || piecesOf(series, month).some(isFew))) return undefined;
  return weeks.filter(({ months }) => months.every((month) => totals.get(month) !== undefined)).map(({ point }) => point);
}

/** The weeks of a month, cut where it begins and ends: everything that weeks and months together would tell. */
function piecesOf(series: DaySeries, month: Day): number[] {
  const { from, to } = periodOf('month', month);
  const pieces = new Map<Day, number>();
  for (const [index, value] of cutTo(series, { from, to }).values.entries()) {
    const monday = mondayOf(daysLater(from, index));
    pieces.set(monday, (pieces.get(monday) ?? 0) + (value ?? 0));
  }
  return [...pieces.values()];
}

function monthsOf(told: (period: Period) => ShownCount | undefined, axis: Stretch, earlier: number, hidden: string): ChartPoint[] {
  const counted = (kind: 'month' | 'quarter', at: Day) => told(periodOf(kind, monthsAfter(at, -earlier)));
  const points: ChartPoint[] = [];
  for (let at = firstWholeMonth(axis.from); at <= axis.to;) {
    const months = [0, 1, 2].map((step) => monthsAfter(at, step));
    const quarter = periodOf('quarter', at).from === at && months.every((month) => typeof counted('month', month) === 'string' || counted('month', month) === 0) ? counted('quarter', at) : undefined;
    if (typeof quarter === 'number' && quarter > 0) {
      points.push({ at, value: null, shown: String(quarter), name: `${at.slice(0, 7)} – ${months[2]!.slice(0, 7)}` });
      at = monthsAfter(at, 3);
      continue;
    }
    const count = counted('month', at);
    if (count !== undefined) points.push({ at, value: typeof count === 'number' ? count : null, ...(typeof count === 'number' ? {} : { shown: count === 'few' ? `<${THRESHOLD}` : hidden }) });
    at = monthsAfter(at, 1);
  }
  return points;
}
