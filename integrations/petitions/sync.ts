import type { KeyedHashes } from '../../src/server/keyed-hash.ts';
import type { GoogleForms } from '../google/google-forms.ts';
import type { Ledger, Synced } from '../store/ledger.ts';
import { compareAnswers } from './compare-answers.ts';
import { enterPage } from './entering.ts';
import type { FormPetition } from './form-petition.ts';
import { answerPages } from './listing.ts';
import { noteSynced, syncMarks } from './sync-marks.ts';

/** What a sync works with. */
export interface SyncDesk {
  ledger: Ledger;
  forms: GoogleForms;
  hashes: KeyedHashes;
}

export interface SyncWish {
  /** Compares every answer, and takes those that vanished at the form for erased. */
  full?: boolean;
  /** Believes that answers vanished even if they are very many. */
  believe?: boolean;
}

/** What a sync did. */
export interface SyncReport extends Synced {
  /** Answers that the form listed. */
  listed: number;
  erased: number;
  /** Sent before and not seen, hence sent again. */
  resent: number;
  /** Why nothing was erased although answers are missing; a sentence. */
  doubt?: string | undefined;
}

/** Answers may appear a little late, and Google does not say in which order they come; milliseconds. */
const OVERLAP = 600_000;
/** How long a form may take to list what it took, and how long we wait when it lists nothing newer. */
const [UNSEEN, UNSEEN_ALONE] = [900_000, 6 * 3_600_000];

/**
 * Enters what a form has taken since the last time; undefined while another process does so. With nothing new it asks once. The same answers
 * entered twice change nothing. Rejects with a `GoogleFault` or `StoreFault`; then the next sync begins where this one did.
 */
export async function sync(desk: SyncDesk, petition: FormPetition, wish: SyncWish = {}, now: () => number = Date.now): Promise<SyncReport | undefined> {
  const alone = await desk.ledger.alone(`sync:${petition.slug}`, () => syncAlone(desk, petition, wish, now));
  return alone?.result;
}

async function syncAlone({ ledger, forms, hashes }: SyncDesk, petition: FormPetition, { full, believe = false }: SyncWish, now: () => number): Promise<SyncReport> {
  const { slug, form } = petition;
  const started = now();
  const marks = syncMarks(ledger, slug, form.id);
  const mark = await marks.newest();
  const whole = full || mark === undefined;
  // A form that was empty has no newest answer, and nothing to leave out.
  const since = whole || mark === 0 ? undefined : new Date(mark - OVERLAP).toISOString();
  const report: SyncReport = { listed: 0, added: 0, confirmed: 0, known: 0, erased: 0, resent: 0 };
  let newest = mark ?? 0;
  async function* pages(): AsyncGenerator<string[]> {
    for await (const rows of answerPages(forms, form.id, since, () => (report.listed = 0))) {
      const entered = await enterPage(ledger, petition, hashes, rows);
      report.listed += entered.ids.length;
      report.added += entered.added;
      report.confirmed += entered.confirmed;
      report.known += entered.known;
      newest = Math.max(newest, entered.newest);
      yield entered.ids;
    }
  }
  const fresh = () => report.added + report.confirmed;
  if (whole) {
    Object.assign(report, await compareAnswers(ledger, petition, marks, { pages, listed: () => report.listed, fresh, isGone: (response) => forms.gone(form.id, response) }, believe));
  } else {
    for await (const _ of pages());
    const total = await marks.total();
    if (total !== undefined && fresh() > 0) await marks.setTotal(total + fresh());
  }
  if (newest !== mark) await marks.setNewest(newest);
  const before = Math.max(Math.min(started - UNSEEN, newest), started - UNSEEN_ALONE);
  await noteSynced(ledger, slug, started);
  if (!report.doubt) report.resent = await ledger.resendUnseen(slug, before, now());
  return report;
}
