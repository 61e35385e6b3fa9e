import { dayIn } from '../../src/domain/instant.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { takesSignatures } from '../../src/domain/petition-facts.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import type { VisitCounter } from '../../src/server/visits.ts';
import { GoogleFault } from '../google/google-fault.ts';
import { googleForms } from '../google/google-forms.ts';
import { googleSignIn } from '../google/google-sign-in.ts';
import { googlePlaces } from '../google/google-settings.ts';
import { publicForms } from '../google/public-form.ts';
import type { FormPetition } from '../petitions/form-petition.ts';
import { keepInTouch } from '../petitions/keep-in-touch.ts';
import { keepRetention } from '../petitions/retention.ts';
import { realDesk } from '../petitions/waiting-time.ts';
import { Refusal } from '../refusal.ts';
import { allSources } from '../sources/all-sources.ts';
import { exchangeRatesOf } from '../files/exchange-rates-file.ts';
import { planFor } from '../sample/sample-plan.ts';
import { keepFresh } from '../sources/keep-fresh.ts';
import { ownSources } from '../sources/own-sources.ts';
import { petitionFigures } from '../sources/petition-source.ts';
import { sourceDesk } from '../sources/source-desk.ts';
import { openStore } from '../store/open-store.ts';
import { accessRoom, type AccessRoom } from './access-room.ts';
import { keepVisits } from './keep-visits.ts';
import type { Petitions } from './release.ts';
import { signingRoom, type SigningRoom } from './signing-room.ts';
import { publicAddress } from './site-root.ts';

/** What the server needs besides the site itself: signing, the door of the dashboard and the counter of visits, for as long as it runs. */
export interface Rooms {
  signing: SigningRoom;
  access: AccessRoom;
  /** Counts pages that are shown. */
  visits: VisitCounter;
  /** How many signatures count now, of all petitions together; undefined while the store is out of reach. */
  signed(): Promise<number | undefined>;
  /** Tells which petitions there are from now on. */
  follow(petitions: Petitions): void;
  /** Lets what is under way to forms end and closes the store; comes after the server has answered everybody. */
  close(): Promise<void>;
}

/** What they take from outside: settings, the clock in milliseconds, and where to say what staff should know. */
export interface RoomsWorld {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): number;
  log(line: string): void;
}

/**
 * Opens them over the store that the environment names, passes signatures on to forms unless RELAY is
 * `off`, and refreshes the figures of the organisation's sources. A store that cannot be used does not stop the site:
 * signing then answers so. Rejects with a `Refusal` for settings that make no sense.
 */
export async function openRooms({ root, env, now, log }: RoomsWorld, settled: { trustProxy: number; siteUrl: string | undefined; name?: string | undefined; shared?: readonly string[] | undefined; organisation?: (Pick<Organisation, 'languages' | 'timeZone' | 'sources' | 'reach' | 'sample'> & Partial<Pick<Organisation, 'url'>>) | undefined }): Promise<Rooms> {
  const relay = env['RELAY']?.trim() || 'on';
  if (relay !== 'on' && relay !== 'off') throw new Refusal(`RELAY is “${relay}”: write RELAY=off to pass no signatures on to forms from this process, or leave it out.`, 2);
  const { forms } = settings(() => googlePlaces(env));
  const google = settings(() => googleSignIn(env, log));
  const publicUrl = publicAddress(env);
  const { ledger, history, access, close } = await openStore(env, root, 'thread');
  const kept = keepVisits(history, settled.organisation?.timeZone ?? 'UTC', { now, log });
  let known: Petitions = new Map();
  const current = async () => formPetitions(known, now());
  const touch = relay === 'off' ? undefined : keepInTouch({ ledger, petitions: current, api: (patience) => googleForms(env, 'look', patience), forms: publicForms(env) }, { ...realDesk, log });
  const world = { ...realDesk, now, log };
  const retention = keepRetention(ledger, () => [...known.values()].map(({ slug, terms: { closes }, anonymisedOn, timeZone }) => ({ slug, closes, anonymisedOn, timeZone })), world);
  const { organisation } = settled;
  const desks = reachDesks(history, { languages: ['en'], timeZone: 'UTC', sample: false, ...organisation, name: settled.name ?? '' }, planFor(history, organisation ?? { sample: false }, now), now, exchangeRatesOf(root, log));
  const sources = organisation ? [...allSources(organisation.sources, sourceDesk(env, organisation, async () => ledger, world)), ...(await ownSources(root, organisation, async () => ledger, now)), petitionFigures(ledger, organisation.timeZone, now)] : [];
  const fresh = keepFresh({ history, sources, today: () => dayIn(organisation?.timeZone ?? 'UTC', new Date(now()).toISOString()) }, world);
  return {
    signing: signingRoom(ledger, { ...settled, forms, refreshed: async () => Math.max(0, ...(await history.standings()).map(({ fetchedAt = 0 }) => fetchedAt)) }, now, log),
    access: accessRoom(access, { google, name: settled.name ?? '', trustProxy: settled.trustProxy, siteUrl: publicUrl, deskOver: ({ stories }) => desks(stories) }),
    visits: kept.visits,
    async signed() {
      const counts = await Promise.all([...known.keys()].map((slug) => ledger.counts(slug))).catch(() => undefined);
      return counts?.reduce((sum, { states }) => sum + states.valid, 0);
    },
    follow: (newest) => void (known = newest),
    async close() {
      await Promise.all([touch?.stop(), retention.stop(), fresh.stop()]);
      await kept.stop();
      await close();
    },
  };
}

function formPetitions(petitions: Petitions, now: number): FormPetition[] {
  return [...petitions.values()].flatMap((petition) => {
    const { slug, terms: { form, fields }, texts } = petition;
    return form ? [{ slug, form, fields, languages: Object.keys(texts), open: takesSignatures(petition, new Date(now).toISOString()), closesAt: Date.parse(petition.closesAt) }] : [];
  });
}

function settings<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof GoogleFault ? new Refusal(error.message, 2) : error;
  }
}
