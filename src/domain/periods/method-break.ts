import type { Metric } from '../figure.ts';
import type { Day } from '../instant.ts';

/** From this day on a metric is counted in another way, so that figures before and after cannot be compared. */
export interface MethodBreak {
  day: Day;
  metric: Metric;
  /** What changed, in the words of whoever wrote it down. */
  text: string;
}
