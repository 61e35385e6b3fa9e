import type { Organisation } from '../../src/domain/organisation.ts';
import { NO_PLAN } from '../../src/domain/reach-plan.ts';
import { daysLater } from '../../src/domain/calendar-day.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { MarkedStory } from '../../src/reach/reach-data.ts';
import type { ReachPlanner } from '../../src/server/reach-desk.ts';
import type { History } from '../store/history.ts';
import { SAMPLE_PREFIX, sampleSurroundings, writeSampleHistory } from './sample-history.ts';

/** What our server counts by itself, also while somebody tries the sample out. */
const OWN = ['visits', 'petitions'];

/** Invented figures that end longer ago than this many days are made anew, so that a sample never looks abandoned. */
const STALE = 7;



/**
 * What is known beside the figures: for an organisation of its own what it settled; for a sample, invented figures are put
 * into a history that has no others, with what surrounds them. Invented figures of an organisation that is no sample any
 * more are taken out.
 */
export function planFor(history: History, organisation: Pick<Organisation, 'sample' | 'reach'>, now: () => number): ReachPlanner {
  let last: Promise<unknown> = Promise.resolve();
  return async (stories, today) => {
    const turn = last.then(() => history.alone('sample', () => settle(history, organisation.sample, stories, today, now())));
    last = turn.catch(() => undefined);
    const until = (await turn)?.result ?? (await sampleUntil(history));
    const settled = organisation.reach ?? NO_PLAN;
    if (!organisation.sample || until === undefined) return { ...settled, stories };
    const { publications, breaks, targets, others } = sampleSurroundings({ until, publications: stories });
    const own = new Set(stories.map(({ day, entity }) => `${day} ${entity}`));
    const invented = publications.filter(({ day, entity }) => !own.has(`${day} ${entity}`)).map((publication): MarkedStory => ({ ...publication, kind: 'press', titles: {} }));
    return { targets: [...settled.targets, ...targets], breaks: [...settled.breaks, ...breaks], others: [...settled.others, ...others], stories: [...stories, ...invented].sort((a, b) => (a.day < b.day ? -1 : 1)) };
  };
}

/** Puts invented figures in, or takes them out; returns their last day where there are any. */
async function settle(history: History, sample: boolean, stories: readonly MarkedStory[], today: Day, at: number): Promise<Day | undefined> {
  const standings = await history.standings();
  const invented = standings.filter(({ source }) => source.startsWith(SAMPLE_PREFIX));
  const until = await sampleUntil(history);
  const others = standings.some(({ source }) => !source.startsWith(SAMPLE_PREFIX) && !OWN.includes(source));
  if (sample && (until !== undefined ? until >= daysLater(today, -STALE) : others)) return until;
  for (const { source } of invented) await history.forget(source);
  if (!sample || others) return undefined;
  const yesterday = daysLater(today, -1);
  await writeSampleHistory(history, { until: yesterday, publications: stories, at });
  return yesterday;
}

async function sampleUntil(history: History): Promise<Day | undefined> {
  return (await history.standings()).find(({ source }) => source === `${SAMPLE_PREFIX}gifts`)?.completeThrough;
}
