import { setImmediate as turn } from 'node:timers/promises';
import type { KeyedHashes } from '../../src/server/keyed-hash.ts';
import type { GoogleResponse } from '../google/google-forms.ts';
import type { Ledger, Synced } from '../store/ledger.ts';
import { formAnswer } from './form-answer.ts';
import type { FormPetition } from './form-petition.ts';

/** Rows at a time: a page of 5,000 in one piece would double what is held in memory. */
const PIECE = 2500;

/** What entering a page did. */
export interface EnteredPage extends Synced {
  /** Ids of its answers, each once. */
  ids: string[];
  /** When the newest was submitted, milliseconds since 1970; 0 without any. */
  newest: number;
}

/** Enters a page of answers into the ledger. */
export async function enterPage(ledger: Ledger, petition: FormPetition, hashes: KeyedHashes, rows: readonly GoogleResponse[]): Promise<EnteredPage> {
  const entered: EnteredPage = { added: 0, confirmed: 0, known: 0, ids: [], newest: 0 };
  const ids = new Set<string>();
  for (let start = 0; start < rows.length; start += PIECE) {
    // Others get their turn.
    if (start > 0) await turn();
    const answers = rows.slice(start, start + PIECE).flatMap((row) => (row.responseId && ids.has(row.responseId) ? [] : (formAnswer(row, petition, hashes) ?? [])));
    if (answers.length === 0) continue;
    for (const { responseId, at } of answers) {
      ids.add(responseId);
      if (at > entered.newest) entered.newest = at;
    }
    const { added, confirmed, known } = await ledger.enter(petition.slug, answers, petition.form.id);
    entered.added += added;
    entered.confirmed += confirmed;
    entered.known += known;
  }
  return { ...entered, ids: [...ids] };
}
