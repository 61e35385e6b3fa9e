import { dayNumber, dayOfNumber, daysLater } from '../domain/calendar-day.ts';
import { STANDING, type Metric } from '../domain/figure.ts';
import type { Day } from '../domain/instant.ts';
import type { KnownFigure } from './reach-data.ts';
import { mondayOf } from './series-points.ts';

/** Sources whose numbers people type, often one for a week or a month. */
const TYPED = 'typed/';

/**
 * Typed numbers of a week or a month stand on its last day. For sums of whole periods the days before it hold nothing
 * more, so they are noughts here; for anything that looks at single days they stay unknown.
 */
export function withLumps(known: readonly KnownFigure[], metric: Metric): KnownFigure[] {
  if (STANDING.includes(metric)) return [...known];
  const noughts = [...Map.groupBy(known.filter(({ source }) => source.startsWith(TYPED)), ({ source }) => source)].flatMap(([source, figures]) => {
    const days = figures.map(({ period }) => period).sort();
    return days.flatMap((day, index) => {
      const from = index === 0 ? firstOf(day) : daysLater(days[index - 1]!, 1);
      return Array.from({ length: Math.max(0, dayNumber(day) - dayNumber(from)) }, (_, place): KnownFigure => ({ period: dayOfNumber(dayNumber(from) + place), source, metric, entity: '', value: 0, days: 1 }));
    });
  });
  return [...known, ...noughts];
}

/** Where the week or month of the first number began. */
function firstOf(day: Day): Day {
  if (daysLater(day, 1).endsWith('-01')) return `${day.slice(0, 8)}01`;
  return daysLater(mondayOf(day), 6) === day ? mondayOf(day) : day;
}
