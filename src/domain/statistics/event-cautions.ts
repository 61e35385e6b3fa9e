import type { DaySeries } from './day-series.ts';
import type { Circumstances, EventStudy } from './event-study.ts';
import type { UsualCourse } from './usual-course.ts';
import type { Caution } from './verdict.ts';

/** With fewer, even a half more is seen in hardly more than every second case (reference simulation of `npm run bench -- statistics`). */
const ENOUGH_PUBLICATIONS = 8;
const ENOUGH_WEEKS = 52;
const SMALL = 10;

/** Reasons to read an event study with care, the gravest first. */
export function cautionsOf(study: Omit<EventStudy, 'cautions'>, { values }: DaySeries, course: UsualCourse, { breaks = [], questions = 1 }: Circumstances): Caution[] {
  const { publications, used, each, weeks, perWeek } = study;
  const overlaps = each.filter((row) => row.overlaps > 0).length;
  const others = each.filter((row) => row.others.length > 0).length;
  const unknown = values.filter((value) => value === undefined).length;
  const cautions: (Caution | false)[] = [
    used < ENOUGH_PUBLICATIONS && { kind: 'few-publications', count: used, wanted: ENOUGH_PUBLICATIONS },
    weeks < ENOUGH_WEEKS && { kind: 'few-weeks', weeks, wanted: ENOUGH_WEEKS },
    !course.seasonKnown && { kind: 'season-unknown', weeks },
    perWeek < SMALL && { kind: 'small-numbers', perWeek },
    others > 0 && { kind: 'other-events', count: others },
    overlaps > 0 && { kind: 'overlaps', count: overlaps, of: each.length },
    breaks.length > 0 && { kind: 'method-break', count: breaks.length },
    unknown > 0 && { kind: 'unknown-days', count: unknown, of: values.length },
    used < publications && { kind: 'left-out', count: publications - used },
    questions > 1 && { kind: 'several-questions', count: questions },
  ];
  return cautions.filter((caution) => caution !== false);
}
