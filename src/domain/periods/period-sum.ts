import { lengthOf } from '../calendar-day.ts';
import { STANDING, type Metric, type Stretch } from '../figure.ts';
import { cutTo, type DaySeries } from '../statistics/day-series.ts';

/** What is known of a metric in a stretch. A sum of some days is no sum of the stretch: `unknown` says how many are missing. */
export interface PeriodSum extends Stretch {
  /** The sum of the known days, or the last known value of what stands rather than flows; undefined when no day is known. */
  value: number | undefined;
  days: number;
  unknown: number;
}

/** Adds the known days of a stretch; of `followers` and `volunteers` takes the last one known. */
export function sumOf(series: DaySeries, metric: Metric, { from, to }: Stretch): PeriodSum {
  const values = cutTo(series, { from, to }).values;
  const known = values.filter((value) => value !== undefined);
  const value = known.length === 0 ? undefined : STANDING.includes(metric) ? known.at(-1) : known.reduce((sum, day) => sum + day, 0);
  return { from, to, value, days: lengthOf({ from, to }), unknown: values.length - known.length };
}
