import { randomUUID } from 'node:crypto';
import { StoreFault, type Ledger, type NewSignature } from '../../integrations/store/ledger.ts';
import { takesSignatures, type PetitionFacts } from '../domain/petition-facts.ts';
import { readSigning, type ReadSigning, type SigningFaults } from '../domain/signing.ts';
import type { Reason } from '../domain/suspicion.ts';
import type { Burst } from './look-back.ts';

/** Somebody asks to sign. */
export interface SignQuestion {
  petition: PetitionFacts;
  /** As the form sent them, by name. */
  typed: Readonly<Record<string, string | undefined>>;
  /** The address of who asks; never kept as it is. `''` when nobody knows it. */
  address: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What became of it. `lang` is the language of the page that was signed. */
export type SignAnswer =
  /** On disk. New, repeated and suspicious signatures give the same answer. */
  | { to: 'stored'; ref: string; lang: string }
  /** Nothing was kept. */
  | { to: 'invalid'; faults: SigningFaults; lang: string }
  | { to: 'paused' | 'closed'; lang: string }
  /** Not public yet, so that nobody may learn of it. */
  | { to: 'unknown' }
  /** The store cannot take it; nothing of it was kept. */
  | { to: 'refused'; lang: string; fault: StoreFault };

/** Keyed hashes and what speaks against a human being, for one signature. */
export type Weighed = Pick<NewSignature, 'person' | 'namesake' | 'network' | 'score' | 'reasons'>;

/** What signing meets besides what was sent. */
export interface SigningDesk {
  readonly ledger: Pick<Ledger, 'sign'>;
  /** Weighs a signature; rejects with a `StoreFault` when what it needs to know is out of reach. */
  weigh(read: ReadSigning, question: SignQuestion): Promise<Weighed>;
  /** Told of a signature that came in a burst, once it is on disk; nobody waits for what is done about it. */
  burst(noticed: Burst): void;
}

// The page may have been open since before the text was changed; what was read is what was signed.
const TEXT_HASH = /^[\da-f]{8}$/;

/**
 * Signs a petition: the answer `stored` comes only when the signature is on disk. Throws nothing but faults of the
 * program; what the store refuses is an answer, too.
 */
export async function sign(question: SignQuestion, desk: SigningDesk, newRef: () => string = randomUUID): Promise<SignAnswer> {
  const { petition, typed, now } = question;
  const { slug, texts, terms } = petition;
  const moment = new Date(now).toISOString();
  if (moment < petition.opensAt) return { to: 'unknown' };
  const lang = pageLanguage(typed['lang'], petition);
  if (!takesSignatures(petition, moment)) return { to: terms.paused && moment < petition.closesAt ? 'paused' : 'closed', lang };
  const read = readSigning(typed, { fields: terms.fields, languages: [lang], version: TEXT_HASH.exec(typed['version'] ?? '')?.[0] ?? texts[lang]!.version });
  if ('faults' in read) return { to: 'invalid', faults: read.faults, lang };
  const ref = read.ref ?? newRef();
  try {
    const { person, namesake, network, score, reasons } = await desk.weigh(read, question);
    await desk.ledger.sign({ ...read.signing, person, namesake, network, score, reasons, petition: slug, ref, signedAt: now, origin: 'page', relay: terms.form !== undefined });
    if (reasons.includes('burst' satisfies Reason)) desk.burst({ petition: slug, network, at: now });
    return { to: 'stored', ref, lang };
  } catch (error) {
    if (error instanceof StoreFault) return { to: 'refused', lang, fault: error };
    throw error;
  }
}

/** The language of the page that a form was on; the petition's first for a word that is none. */
export function pageLanguage(said: string | undefined, { texts }: Pick<PetitionFacts, 'texts'>): string {
  return said !== undefined && Object.hasOwn(texts, said) ? said : Object.keys(texts)[0]!;
}
