import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PetitionForm } from '../../src/domain/petition.ts';
import { keyedHashes } from '../../src/server/keyed-hash.ts';
import { googleForms, type GoogleForms } from '../../integrations/google/google-forms.ts';
import { publicForms } from '../../integrations/google/public-form.ts';
import { startStandIn, type StandIn, type StandInOptions } from '../../integrations/google/stand-in/stand-in.ts';
import { brakeOf } from '../../integrations/petitions/brake.ts';
import { createForm, openForm } from '../../integrations/petitions/create-form.ts';
import type { FormPetition } from '../../integrations/petitions/form-petition.ts';
import { paceOf, type PaceLimits } from '../../integrations/petitions/pace.ts';
import type { RelayDesk } from '../../integrations/petitions/relay-round.ts';
import type { SyncDesk } from '../../integrations/petitions/sync.ts';
import type { DeskWorld } from '../../integrations/petitions/waiting-time.ts';
import type { Ledger, NewSignature } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { randomFrom } from '../../integrations/random.ts';

export const FIELDS: FormPetition['fields'] = ['name', 'email', 'place', 'country', 'comment'];
const START = Date.parse('2026-11-23T10:00:00Z');

/** A clock that jumps to whatever is waited for. */
export interface Clock extends DeskWorld {
  pass(milliseconds: number): void;
  lines: string[];
}

export function jumpingClock(seed = 1, start = START): Clock {
  const random = randomFrom(seed);
  let now = start;
  const lines: string[] = [];
  return {
    now: () => now,
    random: () => random(1000) / 1000,
    async wait(milliseconds) {
      now += milliseconds;
      await new Promise(setImmediate);
    },
    log: (line) => void lines.push(line),
    pass: (milliseconds) => void (now += milliseconds),
    lines,
  };
}

/** A stand-in for Google with a petition's form that is made, published and confirmed by hand, all on one clock. */
export async function googleWithForm(options: StandInOptions = {}, whenDone: (end: () => Promise<void>) => void = onTestFinished) {
  const clock = jumpingClock(options.seed);
  const google = await startStandIn({ seed: 7, slow: 50, now: clock.now, ...options });
  whenDone(() => google.close());
  const env = envOf(google);
  const patience = { random: clock.random, wait: (milliseconds: number) => clock.wait(milliseconds, new AbortController().signal) };
  const api = googleForms(env, 'make', patience, 5_000);
  const forms = publicForms(env, fetch, 5_000);
  const form = await readyForm(google, api);
  return { google, env, clock, api, forms, form, entry: google.book.forms.get(form.id)! };
}

export const envOf = (google: StandIn) => ({ GOOGLE_ACCESS_TOKEN: 'a-token', GOOGLE_APIS_URL: google.apis, GOOGLE_FORMS_URL: google.forms });

export async function readyForm(google: StandIn, api: GoogleForms, fields: readonly string[] = FIELDS): Promise<PetitionForm> {
  const form = await createForm(api, { title: 'Open the library on Sundays', description: 'For everybody', lang: 'en', fields }, 'OK-7f3a9c21');
  await openForm(api, form.id);
  google.book.forms.get(form.id)!.confirmation = 'Thank you. OK-7f3a9c21';
  return form;
}

/** A ledger in a file of its own. */
export async function ledger(whenDone: (end: () => Promise<void>) => void = onTestFinished): Promise<Ledger> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'));
  const opened = await openLedger({ DATA_DIR: folder }, folder);
  whenDone(async () => {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
  return opened;
}

/** A whole desk: stand-in, form, ledger, relay and sync, on one clock. */
export async function formDesk(options: StandInOptions = {}, limits?: PaceLimits) {
  const world = await googleWithForm(options);
  const book = await ledger();
  const petition: FormPetition = { slug: 'open-library', form: world.form, fields: FIELDS, languages: ['nl', 'en', 'ar'], open: true };
  const hashes = keyedHashes(await book.secret());
  const relayDesk: RelayDesk = { ledger: book, forms: world.forms, petitions: async () => [petition], owner: 'relay-1', pace: paceOf(limits), brake: brakeOf(), told: new Set() };
  const syncDesk: SyncDesk = { ledger: book, forms: world.api, hashes };
  return { ...world, ledger: book, petition, hashes, relayDesk, syncDesk };
}

/** A signature as the page takes it. */
export function signature(number: number, hashes: ReturnType<typeof keyedHashes>, more: Partial<NewSignature> = {}): NewSignature {
  const signing = { name: `Signer Number ${'abcdefghij'[number % 10]}${number}`.replace(/\d+$/, ''), email: `signer${number}@mail.example`, place: 'Havenstad', country: 'NL', comment: '', updates: number % 3 === 0, lang: 'nl', source: 'whatsapp', bucket: 'b', version: '0a1b2c3d' };
  return {
    petition: 'open-library', ref: randomUUID(), signedAt: START - 1_000_000 + number, ...signing, person: hashes.person('open-library', signing.email), namesake: hashes.namesake('open-library', signing.name),
    network: '', score: 0, reasons: [], origin: 'page', relay: true, ...more,
  };
}
