import type { Day } from './instant.ts';
import type { MethodBreak } from './periods/method-break.ts';
import type { Target } from './periods/target.ts';

/** What staff write down beside the figures, so that these can be read rightly. */
export interface ReachPlan {
  targets: readonly Target[];
  breaks: readonly MethodBreak[];
  /** Mailings, broadcasts, disasters: what else people may have heard of; `lang` where its language is known. */
  others: readonly { day: Day; text: string; lang?: string | undefined }[];
}

export const NO_PLAN: ReachPlan = { targets: [], breaks: [], others: [] };
