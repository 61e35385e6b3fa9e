import { NOT_ASKED } from '../../src/domain/figure.ts';
import type { History } from '../store/history.ts';

/** Names of sources that a refresh can ask when settings name them. */
const ASKABLE = /^(?:search-console|analytics|youtube|(?:youtube|sheets|forms|feeds|typed)\/.+)$/;

/** Lets sources rest that nobody names any more, so that what once went wrong with them troubles nobody; their figures stay. `named` are all that there are. */
export async function restUnasked(history: Pick<History, 'standings' | 'setStanding'>, named: readonly string[]): Promise<void> {
  for (const standing of await history.standings()) {
    if (!ASKABLE.test(standing.source) || named.includes(standing.source) || standing.says === NOT_ASKED) continue;
    await history.setStanding({ ...standing, ok: true, says: NOT_ASKED });
  }
}
