import type { History } from '../../integrations/store/history.ts';
import { dayIn, type Day } from '../domain/instant.ts';
import type { MarkedStory, ReachData } from '../reach/reach-data.ts';
import { seasonsOf } from '../reach/reach-data.ts';
import { daysLater } from '../domain/calendar-day.ts';

/** What the dashboard reads of the history; it changes nothing. */
export type ReadHistory = Pick<History, 'series' | 'gifts' | 'mentions' | 'revisions' | 'standings' | 'isEmpty'>;

/** What the pages of the dashboard are made from. */
export interface ReachDesk {
  history: ReadHistory;
  /** What was published, oldest first. */
  stories: readonly MarkedStory[];
  /** The day it is, in the organisation's time zone. */
  today: Day;
}

/** How far back the dashboard looks, in days: three years. */
const SPAN = 3 * 365 + 1;


/** A desk over a history that reads it at most once a minute. */
export function reachDesk(history: ReadHistory, timeZone: string, now: () => number): (stories: readonly MarkedStory[]) => ReachDesk {
  return (stories) => ({ history, stories, today: dayIn(timeZone, new Date(now()).toISOString()) });
}

/** The figures that every view begins with. */
export async function readReach({ history, stories, today }: ReachDesk): Promise<ReachData> {
  const span = { from: daysLater(today, -SPAN), to: daysLater(today, -1) };
  const [days, standings] = await Promise.all([history.series({ ...span, about: { entity: '' }, by: 'day' }), history.standings()]);
  return {
    today, span, days, stories, seasons: seasonsOf(span), breaks: [],
    through: Object.fromEntries(standings.flatMap(({ source, completeThrough }) => (completeThrough ? [[source, completeThrough]] : []))),
  };
}
