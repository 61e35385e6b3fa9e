import { dayIn, type Day } from '../../src/domain/instant.ts';
import { daysLater } from '../../src/domain/calendar-day.ts';
import type { Ledger } from '../store/ledger.ts';
import { every } from './every.ts';
import type { DeskWorld } from './waiting-time.ts';

/** A petition, as far as the end of its retention goes. */
export interface Retained {
  slug: string;
  closes: Day;
  /** From this day on, names and addresses are removed. */
  anonymisedOn: Day;
  timeZone: string;
}

/** Days that may lie between closing and the last signature: those on their way to a form come a little late. */
const LATE = 7;
/** Days between the word that names will be removed and the deed, since nothing brings them back. */
const NOTICE = 7;
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Why it should not be believed that a petition has closed long ago; a sentence. A year that was mistyped would remove the names of everybody. */
export async function doubtAbout(ledger: Pick<Ledger, 'signedSpan'>, { slug, closes, timeZone }: Pick<Retained, 'slug' | 'closes' | 'timeZone'>): Promise<string | undefined> {
  const span = await ledger.signedSpan(slug);
  const newest = span && dayIn(timeZone, new Date(span.last).toISOString());
  return newest === undefined || newest <= daysLater(closes, LATE) ? undefined : `petition.yml says that it closed on ${closes}, and somebody signed on ${newest}. Look whether “closes” has the right year.`;
}

/** What still has to be done by hand after names were removed here; `confirmed` answers were seen at the form. */
export function leftAtGoogle(confirmed: number): string | undefined {
  return confirmed === 0 ? undefined : `Its form at Google still has up to ${confirmed} ${confirmed === 1 ? 'answer' : 'answers'} with names: open it there, then “Responses” and “Delete all responses”.`;
}

/** Anonymises petitions whose time is over, as their pages promise; looks each hour, and announces each a week before. */
export function keepRetention(ledger: Ledger, petitions: () => readonly Retained[], world: DeskWorld): { stop(): Promise<void> } {
  const end = new AbortController();
  const told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) world.log(line);
    told.add(line);
  };
  const work = every(HOUR, () => anonymiseDue(ledger, petitions(), world.now(), tell), end.signal, world);
  return {
    async stop() {
      end.abort();
      await work;
    },
  };
}

/** One look at all of them, by one process at a time. */
export async function anonymiseDue(ledger: Ledger, petitions: readonly Retained[], now: number, tell: (line: string) => void): Promise<void> {
  const due = petitions.filter(({ anonymisedOn, timeZone }) => dayIn(timeZone, new Date(now).toISOString()) >= anonymisedOn);
  if (due.length > 0) await ledger.alone('retention', () => anonymise(ledger, due, now, tell));
}

async function anonymise(ledger: Ledger, due: readonly Retained[], now: number, tell: (line: string) => void): Promise<void> {
  for (const petition of due) {
    const { slug, anonymisedOn } = petition;
    const { states, relay } = await ledger.counts(slug);
    const total = String(Object.values(states).reduce((sum, count) => sum + count, 0));
    if (total === '0' || (await ledger.bookmark(`nameless:${slug}`)) === total) continue;
    const doubt = await doubtAbout(ledger, petition);
    if (doubt) {
      tell(`${slug}: names and addresses should have been removed from ${anonymisedOn} on, but ${doubt} If it has, run “npm run petition -- anonymise ${slug} --yes”.`);
      continue;
    }
    // With the day, so that another day begins another week.
    const announced = /^(\S+) (\d+)$/.exec((await ledger.bookmark(`announced:${slug}`)) ?? '');
    if (announced?.[1] !== anonymisedOn) {
      await ledger.setBookmark(`announced:${slug}`, `${anonymisedOn} ${now}`);
      tell(`${slug}: the time for which its page promises to keep names ended on ${anonymisedOn}. In ${NOTICE} days names and addresses are removed here; totals stay. Do you still have to deliver them? Use “npm run petition -- export ${slug}” now.`);
      continue;
    }
    if (now - Number(announced[2]) < NOTICE * DAY) continue;
    const changed = await ledger.anonymise(slug, false);
    await ledger.setBookmark(`nameless:${slug}`, total);
    if (changed > 0) tell([`${slug}: ${changed} ${changed === 1 ? 'signature' : 'signatures'} lost names and addresses, as its page promises.`, leftAtGoogle(relay.confirmed)].filter(Boolean).join(' '));
  }
}
