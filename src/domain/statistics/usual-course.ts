import { dayNumber, lengthOf, overlapOf, daysLater } from '../calendar-day.ts';
import type { Day } from '../instant.ts';
import type { Season } from '../periods/season.ts';
import type { DaySeries } from './day-series.ts';
import { leastSquares } from './least-squares.ts';

/** What a metric would do by itself: its trend, its year and its seasons. */
export interface UsualCourse {
  /** For each day of the series, the number to be expected. */
  expected: number[];
  /** Waves of the year that were fitted, 0 to 6, by Akaike’s criterion; 0 also for less than a year and a half, which cannot tell a year from a trend. */
  waves: number;
  /** How many coefficients were fitted. */
  fitted: number;
  /** Whether the year was long enough known to be taken out. */
  seasonKnown: boolean;
}

const YEAR = 365.25;
const MOST_WAVES = 6;
/** So that a week without anything has a logarithm. */
const SHRINK = 0.5;

/** Known weeks of a series as logarithms of a whole week’s number; a week with fewer than four known days is unknown. */
export function weeklyLogs({ values }: DaySeries): (number | undefined)[] {
  return Array.from({ length: Math.floor(values.length / 7) }, (_, week) => {
    const known = values.slice(week * 7, week * 7 + 7).filter((value) => value !== undefined);
    return known.length < 4 ? undefined : Math.log((known.reduce((sum, value) => sum + value, 0) * 7) / known.length + SHRINK);
  });
}

/**
 * Fits logarithms of weeks by least squares: a straight line, waves of a year and its fractions (harmonic regression),
 * a level of its own for each season of which the series has at least half, at least twice, and a step at each day of `breaks`.
 */
export function usualCourse(series: DaySeries, seasons: readonly Season[] = [], breaks: readonly Day[] = []): UsualCourse {
  const logs = weeklyLogs(series);
  const known = logs.flatMap((log, week) => (log === undefined ? [] : [{ log, at: week * 7 + 3 }]));
  if (known.length === 0) return { expected: series.values.map(() => 0), waves: 0, fitted: 0, seasonKnown: false };
  const columns = columnsOf(series, seasons, breaks);
  const seasonKnown = known.length >= (1.5 * YEAR) / 7;
  const limit = seasonKnown ? MOST_WAVES : 0;
  const fits = Array.from({ length: limit + 1 }, (_, waves) => {
    const rows = known.map(({ at }) => columns(at, waves));
    const coefficients = leastSquares(rows, known.map(({ log }) => log));
    const rest = rows.reduce((sum, row, index) => sum + (known[index]!.log - product(row, coefficients)) ** 2, 0);
    return { waves, coefficients, criterion: known.length * Math.log(rest / known.length + 1e-12) + 2 * coefficients.length };
  });
  const best = fits.reduce((least, fit) => (fit.criterion < least.criterion ? fit : least));
  return { expected: series.values.map((_, at) => Math.exp(product(columns(at, best.waves), best.coefficients)) / 7), waves: best.waves, fitted: best.coefficients.length, seasonKnown };
}

function columnsOf(series: DaySeries, seasons: readonly Season[], breaks: readonly Day[]): (at: number, waves: number) => number[] {
  const length = series.values.length;
  const first = dayNumber(series.from);
  const whole = { from: series.from, to: daysLater(series.from, length - 1) };
  const returning = [...Map.groupBy(seasons, ({ name }) => name).values()].filter((some) => some.filter((season) => {
    const seen = overlapOf(season, whole);
    return seen !== undefined && lengthOf(seen) * 2 >= lengthOf(season);
  }).length >= 2);
  const spans = returning.map((some) => some.map(({ from, to }) => [dayNumber(from) - first, dayNumber(to) - first] as const));
  const steps = breaks.map((day) => dayNumber(day) - first).filter((at) => at > 0 && at < length);
  return (at, waves) => [
    1,
    at / length - 0.5,
    ...Array.from({ length: waves }, (_, index) => (2 * Math.PI * (index + 1) * (first + at)) / YEAR).flatMap((angle) => [Math.cos(angle), Math.sin(angle)]),
    // The share of the week around that day, so that a season does not begin in one leap.
    ...spans.map((some) => some.reduce((share, [from, to]) => share + Math.max(0, Math.min(at + 3, to) - Math.max(at - 3, from) + 1) / 7, 0)),
    ...steps.map((step) => Math.min(1, Math.max(0, (at + 4 - step) / 7))),
  ];
}

const product = (row: readonly number[], coefficients: readonly number[]) => row.reduce((sum, value, index) => sum + value * coefficients[index]!, 0);
