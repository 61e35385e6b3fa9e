import type { Day } from '../../src/domain/instant.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { Publication } from '../../src/domain/publication.ts';
import { NO_PLAN, type ReachPlan } from '../../src/domain/reach-plan.ts';

/** Targets, breaks of method and other events, as the organisation settles them under `reach` in `content/site.ts`. */
export async function reachPlan(site: Pick<Organisation, 'reach'>, stories: readonly Publication[], today: Day): Promise<ReachPlan> {
  void stories;
  void today;
  return site.reach ?? NO_PLAN;
}
