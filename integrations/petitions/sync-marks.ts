import type { Ledger } from '../store/ledger.ts';

/** How far a form was read; another form begins anew. */
export interface SyncMarks {
  /** When the newest answer was submitted, milliseconds since 1970. */
  newest(): Promise<number | undefined>;
  setNewest(at: number): Promise<void>;
  /** How many answers are at the form: those of the last whole list that was believed, and what came since. Undefined before the first one. */
  total(): Promise<number | undefined>;
  setTotal(total: number): Promise<void>;
}

/** When the answers of a petition's form were last read to their end, milliseconds since 1970: all that came before is in the ledger. */
export async function lastSynced(ledger: Pick<Ledger, 'bookmark'>, slug: string): Promise<number | undefined> {
  const at = Number((await ledger.bookmark(`synced:${slug}`)) ?? NaN);
  return Number.isFinite(at) ? at : undefined;
}

export const noteSynced = (ledger: Pick<Ledger, 'setBookmark'>, slug: string, at: number): Promise<void> => ledger.setBookmark(`synced:${slug}`, String(at));

export function syncMarks(ledger: Ledger, slug: string, form: string): SyncMarks {
  const read = async (name: string): Promise<number | undefined> => {
    const value = Number((await ledger.bookmark(name)) ?? NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const [newest, total] = [`newest answer:${slug}:${form}`, `all answers:${slug}:${form}`];
  return {
    newest: () => read(newest),
    setNewest: (at) => ledger.setBookmark(newest, String(at)),
    total: () => read(total),
    setTotal: (count) => ledger.setBookmark(total, String(count)),
  };
}
