import type { Ledger } from './ledger.ts';
import { openStore } from './open-store.ts';

export { hasStore, STORE_FILE } from './store-file.ts';

/** The ledger of the store that the environment names, for whoever needs nothing else of it; see `openStore`. */
export async function openLedger(...place: Parameters<typeof openStore>): Promise<Ledger> {
  return (await openStore(...place)).ledger;
}
