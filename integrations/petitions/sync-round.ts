import type { Ledger } from '../store/ledger.ts';
import type { FormPetition } from './form-petition.ts';
import { saying } from './petition-sources.ts';
import { sync, type SyncDesk } from './sync.ts';
import { lastSynced } from './sync-marks.ts';
import type { DeskWorld } from './waiting-time.ts';

/** A little less than a minute, so that of several processes one syncs each minute; and from when on all answers are compared, at night or in any case. Milliseconds. */
const [MINUTE, NIGHTLY, DAILY] = [55_000, 20 * 3_600_000, 26 * 3_600_000];

/** Syncs every petition that may have something new, and once a night compares every answer. Faults are told once, until it goes well again. */
export async function syncRound(desk: SyncDesk, petitions: readonly FormPetition[], told: Map<string, string>, signal: AbortSignal, world: DeskWorld): Promise<void> {
  for (const petition of petitions) {
    if (signal.aborted) return;
    const { slug } = petition;
    try {
      const full = await sinceLast(desk.ledger, `compared:${slug}`, world.now());
      const night = new Date(world.now()).getUTCHours() < 4;
      const compare = full >= DAILY || (night && full >= NIGHTLY);
      if (!compare && !(await mayHaveNews(desk.ledger, petition, world.now()))) continue;
      const report = await sync(desk, petition, { full: compare }, world.now);
      if (!report) continue;
      if (compare && !report.doubt) {
        await desk.ledger.setBookmark(`compared:${slug}`, String(world.now()));
        await tellLeft(desk.ledger, petition, world);
      }
      if (report.added + report.erased + report.resent > 0) world.log(`${slug}: ${saying(report)}`);
      tell(told, slug, report.doubt, world);
    } catch (error) {
      if (!signal.aborted) tell(told, slug, (error as Error).message, world);
    }
  }
}

/** Once a night, until somebody has deleted them: only hands can. Nobody looks whether they still stand at a form that was in use before. */
async function tellLeft(ledger: Ledger, { slug, form }: FormPetition, world: DeskWorld): Promise<void> {
  if ((await ledger.counts(slug)).states.erased === 0) return;
  const left = (await ledger.leftAtForm(slug)).filter((one) => one.form === form.id).length;
  if (left > 0) world.log(`${slug}: ${left} ${left === 1 ? 'answer of somebody who was removed still stands' : 'answers of people who were removed still stand'} at the form. “npm run petition -- erase ${slug} --left” lists what to delete there.`);
}

function tell(told: Map<string, string>, slug: string, trouble: string | undefined, world: DeskWorld): void {
  if (trouble === told.get(slug)) return;
  if (trouble === undefined) {
    told.delete(slug);
    world.log(`${slug}: the form can be read again.`);
  } else {
    told.set(slug, trouble);
    world.log(`${slug}: ${trouble} The last count stands.`);
  }
}

async function mayHaveNews(ledger: Ledger, { slug, open }: FormPetition, now: number): Promise<boolean> {
  if (since(await lastSynced(ledger, slug), now) < MINUTE) return false;
  if (open) return true;
  const { relay } = await ledger.counts(slug);
  return relay.waiting + relay.sending + relay.sent > 0;
}

async function sinceLast(ledger: Ledger, name: string, now: number): Promise<number> {
  return since(Number((await ledger.bookmark(name)) ?? NaN), now);
}

// A moment that has not come yet was written before the clock was set back.
const since = (at = NaN, now: number): number => (Number.isFinite(at) && at <= now ? now - at : Infinity);
