import type { History } from '../../integrations/store/history.ts';
import { daysLater } from '../domain/calendar-day.ts';
import { dayIn, type Day } from '../domain/instant.ts';
import type { ExchangeRates } from '../domain/money/exchange-rates.ts';
import type { Organisation } from '../domain/organisation.ts';
import { seasonsIn } from '../domain/periods/season.ts';
import type { ReachPlan } from '../domain/reach-plan.ts';
import { firstWholeMonth } from '../reach/series-points.ts';
import type { MarkedStory, ReachData } from '../reach/reach-data.ts';
import { SENSITIVE } from '../reach/told-counts.ts';

/** What the dashboard reads of the history; it changes nothing. */
export type ReadHistory = Pick<History, 'series' | 'gifts' | 'mentions' | 'revisions' | 'standings'>;

/** Whose dashboard it is. Nothing else of the settings is built into pages made on request, since they name what is not public yet. */
export type ReachOrganisation = Pick<Organisation, 'name' | 'sample' | 'languages' | 'timeZone'>;

/** What the pages of the dashboard are made from. */
export interface ReachDesk {
  organisation: ReachOrganisation;
  history: ReadHistory;
  /** The day it is, in the organisation's time zone. */
  today: Day;
  /** What a euro was worth, as far as staff have put it there. */
  rates(): Promise<ExchangeRates>;
  /** The figures that every view begins with; rejects with a `StoreFault`. */
  data(): Promise<ReachData>;
  /** What was worked out from these figures under a name, once for as long as they are kept. */
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
}

/** Finds what is known beside the figures, and the stories with those that only a sample has. */
export type ReachPlanner = (stories: readonly MarkedStory[], today: Day) => Promise<ReachPlan & { stories: readonly MarkedStory[] }>;

/** How far back the dashboard looks, in days: three years, and the weeks before that a window needs. */
const SPAN = 3 * 365 + 30;
/** Figures come by the hour; whoever looks within this time, in ms, sees the same ones. */
const FRESH = 60_000;

/** Opens desks over a history, which is read once a minute at most. The clock is in milliseconds since 1970. */
export function reachDesks(history: ReadHistory, organisation: ReachOrganisation, plan: ReachPlanner, now: () => number, rates: ReachDesk['rates'] = async () => new Map()): (stories: readonly MarkedStory[]) => ReachDesk {
  let kept: Kept | undefined;
  return (stories) => {
    const today = dayIn(organisation.timeZone, new Date(now()).toISOString());
    const figures = () => {
      if (!kept || kept.until < now() || kept.stories !== stories) {
        const before = kept?.data.catch(() => undefined);
        const read = readFigures(history, stories, today, plan);
        // Where nothing has changed, what was worked out from the figures holds.
        const data = Promise.all([read, before]).then(([found, known]) => (known && isSame(known, found) ? known : found));
        const mine: Kept = { stories, until: now() + FRESH, data, made: new Map() };
        kept = mine;
        data.catch(() => kept === mine && (kept = undefined));
      }
      return kept;
    };
    return {
      organisation, history, today, rates, data: () => figures().data,
      async once<T>(name: string, make: () => Promise<T>) {
        const { made, data } = figures();
        await data;
        const known = made.get(name) as Promise<T> | undefined;
        if (known) return known;
        const found = make();
        made.set(name, found);
        found.catch(() => made.delete(name));
        return found;
      },
    };
  };
}

/** Figures that were read, until when they are fresh, and what was worked out from them. */
interface Kept {
  stories: readonly MarkedStory[];
  until: number;
  data: Promise<ReachData>;
  made: Map<string, Promise<unknown>>;
}

const isSame = (one: ReachData, other: ReachData): boolean => JSON.stringify(one) === JSON.stringify(other);

async function readFigures(history: ReadHistory, stories: readonly MarkedStory[], today: Day, plan: ReachPlanner): Promise<ReachData> {
  const span = { from: daysLater(today, -SPAN), to: daysLater(today, -1) };
  // Before the figures are read: a sample puts its own in.
  const { targets, breaks, others, stories: marked } = await plan(stories, today);
  const months = { from: firstWholeMonth(span.from), to: span.to, metrics: SENSITIVE, by: 'month' } as const;
  const [days, languages, campaigns, gifts, standings] = await Promise.all([
    history.series({ ...span, about: { entity: '' }, by: 'day' }), history.series({ ...months, about: { kind: 'lang' } }), history.series({ ...months, about: { kind: 'campaign' } }),
    history.gifts({ from: `${Number(span.to.slice(0, 4)) - 2}-01-01`, to: span.to }), history.standings(),
  ]);
  return {
    today, span, days, parts: [...languages, ...campaigns], gifts, stories: marked, seasons: seasonsIn(span), targets, breaks, others,
    through: Object.fromEntries(standings.flatMap(({ source, completeThrough }) => (completeThrough ? [[source, completeThrough < span.to ? completeThrough : span.to]] : []))),
  };
}
