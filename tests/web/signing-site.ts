import type { PetitionFacts } from '../../src/domain/petition-facts.ts';
import { petitionForm } from '../../src/petition-form.ts';
import { wordsIn } from '../../src/text/text.ts';
import { signingRoom, type SigningRoom } from '../../integrations/web/signing-room.ts';
import { serve, type Answer, type Site } from './asking.ts';
import { paperLedger, type PaperLedger } from './paper-ledger.ts';
import { projectFolder, writeRelease } from './release-folder.ts';

/** The moment of these tests. */
export const NOW = Date.parse('2026-11-23T10:00:00Z');

/** A petition that is open at that moment, in Dutch and Arabic. */
export function petition(wishes: Partial<PetitionFacts> = {}): PetitionFacts {
  const text = (lang: string) => ({ lang, title: 'De brug', ask: 'Open de brug.', target: 'De raad', version: '1a2b3c4d' });
  return {
    slug: 'brug', texts: { nl: text('nl'), ar: text('ar') },
    terms: { target: 'De raad', opens: '2026-10-01', closes: '2027-03-31', paused: false, milestones: [1000], fields: ['name', 'email', 'place', 'comment'], retention: 6, offline: [{ date: '2026-11-01', count: 212, note: 'Kraam' }] },
    opensAt: '2026-09-30T22:00:00.000Z', closesAt: '2027-03-31T22:00:00.000Z', anonymisedOn: '2027-09-30', timeZone: 'Europe/Amsterdam', organisation: 'Havenlicht', mail: 'brug@havenlicht.example',
    ...wishes,
  };
}

/** Its form at Google. */
export const FORM = { id: 'edit', public: '1FAIpQLpublic', confirmation: 'OK-7f3a', questions: { name: '00000001', email: '00000002', consent: '00000003', ref: '00000004' } };

export interface SigningSite extends Site {
  ledger: PaperLedger;
  clock: { now: number };
  /** Posts a form as a browser does. */
  sign(fields: Record<string, string> | string | Buffer, headers?: Record<string, string>, slug?: string): Promise<Answer>;
}

/** What a supporter fills in. */
export const SAM = { name: 'Sam de Vries', email: 'sam@example.org', consent: 'yes', lang: 'nl', ref: '', website: '' };

/** A server with petitions over a ledger on paper. */
export async function signingSite(petitions: PetitionFacts[] = [petition()], options: { room?: Partial<SigningRoom>; ledger?: PaperLedger } = {}): Promise<SigningSite> {
  const ledger = options.ledger ?? paperLedger();
  const clock = { now: NOW };
  const room: SigningRoom = { ...signingRoom(ledger, { trustProxy: 0, siteUrl: 'https://havenlicht.example', forms: 'https://docs.google.com/forms' }, () => clock.now), ...options.room };
  const root = await projectFolder();
  const page = (facts: PetitionFacts, lang: string) => `<!doctype html><html lang="${lang}"><head><title>${facts.texts[lang]!.title}</title></head><body><main><h1>De brug</h1><!--form-->${petitionForm({ words: wordsIn(lang), lang, facts, way: { hosting: 'server' } })}<!--/form--></main></body></html>`;
  const files = Object.fromEntries(petitions.flatMap((facts) => Object.keys(facts.texts).map((lang) => [`${lang}/petitions/${facts.slug}/index.html`, page(facts, lang)])));
  await writeRelease(root, 'one', { files, petitions: Object.fromEntries(petitions.map((facts) => [facts.slug, facts])) });
  const site = await serve(root, { signing: room });
  const sign: SigningSite['sign'] = (fields, headers = {}, slug = 'brug') =>
    site.ask(`/petitions/${slug}/sign`, { 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, 'POST', typeof fields === 'string' || Buffer.isBuffer(fields) ? fields : new URLSearchParams(fields).toString());
  return { ...site, ledger, clock, sign };
}
