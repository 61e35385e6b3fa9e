import type { Figure } from '../../src/domain/figure.ts';
import { NO_PLAN, type ReachPlan } from '../../src/domain/reach-plan.ts';
import type { MarkedStory } from '../../src/reach/reach-data.ts';
import type { View } from '../../src/reach/view.ts';
import { reachDesks, type ReachDesk } from '../../src/server/reach-desk.ts';
import { readerOf, reachView } from '../../src/server/reach-views.ts';
import { paperHistory, type OnPaper } from './paper-history.ts';

/** The day on which tests look. */
export const TODAY = '2026-11-24';
export const english = readerOf({ choices: new URLSearchParams(), wished: 'en' }, ['en']);

/** A desk over a history on paper whose sources are complete through yesterday. */
export function ownReach(figures: readonly Figure[], { stories = [], plan = {}, ...paper }: { stories?: MarkedStory[]; plan?: Partial<ReachPlan> } & Omit<OnPaper, 'figures'> = {}): ReachDesk {
  const standings = [...new Set(figures.map(({ source }) => source))].map((source) => ({ source, askedAt: 0, fetchedAt: 0, completeThrough: '2026-11-23', ok: true, says: '' }));
  return reachDesks(paperHistory({ figures, standings, ...paper }), { name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'], timeZone: 'UTC' }, async (marked) => ({ ...NO_PLAN, ...plan, stories: marked }), () => Date.parse(`${TODAY}T10:00:00Z`))(stories);
}

/** An English view at a place. */
export async function viewAt(desk: ReachDesk, place: string, choices: Record<string, string> = {}): Promise<View> {
  return (await reachView({ place, choices: new URLSearchParams(choices), wished: 'en' }, desk))!.view;
}

export const blocksOf = ({ sections }: View) => sections.flatMap(({ blocks }) => blocks);
