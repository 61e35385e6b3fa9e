import type { Day } from './instant.ts';
import type { MethodBreak } from './periods/method-break.ts';
import type { Target } from './periods/target.ts';

/** What staff write down beside the figures, so that these can be read rightly. */
export interface ReachPlan {
  targets: readonly Target[];
  breaks: readonly MethodBreak[];
  /** Mailings, broadcasts, disasters: what else people may have heard of. */
  others: readonly { day: Day; text: string }[];
}

export const NO_PLAN: ReachPlan = { targets: [], breaks: [], others: [] };
