import { lastSynced } from '../petitions/sync-marks.ts';
import { StoreFault, type Ledger } from '../store/ledger.ts';

/** How the store is: what waits to be passed on to forms, and when a form or another source last answered well; or why it cannot be used. */
export type StoreCondition = { waiting: number; refreshed: string | undefined } | { fault: string };

/** How long one look at the store serves everybody who asks, in milliseconds: anybody may ask, and a look writes. */
export const LOOK_AGAIN = 5_000;

/**
 * Looks how the store is by writing into it, for a full disk can still be read; never rejects with a fault of the
 * store. `now` is in milliseconds, and so is `refreshed`, when figures last came.
 */
export function storeWatch(ledger: Pick<Ledger, 'petitions' | 'counts' | 'bookmark' | 'setBookmark'>, now: () => number, refreshed: () => Promise<number> = async () => 0): () => Promise<StoreCondition> {
  let looked = Number.NEGATIVE_INFINITY;
  let seen: Promise<StoreCondition> | undefined;

  async function look(): Promise<StoreCondition> {
    try {
      await ledger.setBookmark('looked', new Date(now()).toISOString());
      const counts = await Promise.all((await ledger.petitions()).map((petition) => ledger.counts(petition)));
      const synced = await Promise.all(counts.map(async ({ petition }) => (await lastSynced(ledger, petition)) ?? 0));
      const newest = Math.max(await refreshed(), ...synced);
      return { waiting: counts.reduce((sum, { relay }) => sum + relay.waiting + relay.sending, 0), refreshed: newest > 0 ? new Date(newest).toISOString() : undefined };
    } catch (error) {
      if (error instanceof StoreFault) return { fault: error.message };
      throw error;
    }
  }

  return () => {
    if (seen && Math.abs(now() - looked) < LOOK_AGAIN) return seen;
    looked = now();
    return (seen = look());
  };
}
