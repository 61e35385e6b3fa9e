import { negotiateLanguage } from '../../src/domain/language.ts';
import type { PetitionFacts } from '../../src/domain/petition-facts.ts';
import { SIGNING_FIELDS, type SigningFaults } from '../../src/domain/signing.ts';
import type { Trouble } from '../../src/server/form-again.ts';
import { pageLanguage, sign } from '../../src/server/sign.ts';
import { StoreFault } from '../store/ledger.ts';
import { COUNTED } from './cache-rule.ts';
import { clientAddress } from './client-address.ts';
import { sendShort, type Exchange } from './exchange.ts';
import { isFormBody, readForm, type FormFields } from './form-body.ts';
import { comesFromElsewhere, ownHosts } from './own-page.ts';
import type { PetitionDoor } from './petition-door.ts';
import type { Release } from './release.ts';
import { announcesTooMuch, readBody } from './request-body.ts';
import { securityHeaders, WORDS_ALONE } from './security-headers.ts';
import { sendReceived, sendTrouble } from './signing-page.ts';
import type { SigningRoom } from './signing-room.ts';

// Besides what people are asked, the page tells how long filling in took.
const WANTED: ReadonlySet<string> = new Set([...SIGNING_FIELDS, 'filled']);
const STATUS = { invalid: 422, closed: 410, paused: 410, refused: 503 } as const;

/**
 * Answers whoever sends a form to a petition. What cannot be taken comes back as the petition's page with a reason and
 * what was typed, or as JSON for whoever asks for that; nothing of it is written down anywhere. `passed` for a petition
 * that nobody may know of yet.
 */
export async function answerSign(exchange: Exchange, release: Release, petition: PetitionFacts, room: SigningRoom): Promise<'answered' | 'passed'> {
  const { request, response } = exchange;
  const { trustProxy, siteUrl, now } = room;
  const reader = () => negotiateLanguage(request.headers['accept-language'], release.facts.languages);
  const refuse = async (status: number, trouble: Trouble, lang = pageLanguage(reader(), petition), typed: FormFields = {}, faults: SigningFaults = {}) => {
    await sendTrouble(exchange, release, petition, status, { trouble, lang, typed, faults, direct: directWay(petition, room.forms) });
    return 'answered' as const;
  };
  if (request.method !== 'POST') return refuse(405, 'unreadable');
  if (!isFormBody(request)) return refuse(415, 'unreadable');
  if (request.headers.expect !== undefined && !announcesTooMuch(request)) response.writeContinue();
  const body = await readBody(request);
  if (body === 'too-long') return refuse(413, 'unreadable');
  const sent = readForm(body, WANTED);
  if (typeof sent === 'string') return refuse(sent === 'broken' ? 400 : 413, 'unreadable');
  const typed = sent['lang'] ? sent : { ...sent, lang: reader() };
  if (comesFromElsewhere(request.headers, () => ownHosts(request.headers, trustProxy, siteUrl))) return refuse(403, 'elsewhere', pageLanguage(typed['lang'], petition), { ...typed, consent: undefined });
  const answer = await sign({ petition, typed, address: clientAddress(request, trustProxy), now: now() }, room);
  if (answer.to === 'unknown') return 'passed';
  if (answer.to !== 'stored') return refuse(STATUS[answer.to], answer.to, answer.lang, typed, answer.to === 'invalid' ? answer.faults : {});
  sendReceived(exchange, petition.slug, answer);
  return 'answered';
}

/** Sends the numbers of a petition, fresh to a second and open to other sites; `passed` as above. */
export async function answerNumbers(exchange: Exchange, petition: PetitionFacts, { to, prefix }: PetitionDoor, room: SigningRoom): Promise<'answered' | 'passed'> {
  if (new Date(room.now()).toISOString() < petition.opensAt) return 'passed';
  const text = await (to === 'count' ? room.numbers.count(petition) : room.numbers.receipts(petition, prefix)).catch((error: unknown) => {
    if (!(error instanceof StoreFault)) throw error;
  });
  const headers = text === undefined ? ['Cache-Control', 'no-store', 'Retry-After', '30'] : ['Cache-Control', COUNTED];
  await sendShort(exchange, text === undefined ? 503 : 200, ['Content-Type', 'application/json; charset=utf-8', ...headers, ...securityHeaders('text/json', WORDS_ALONE)], text ?? '{"error":"The count cannot be read now."}');
  return 'answered';
}

/** The petition's page at the form itself. Nothing that was typed goes along: addresses are kept in many places. */
function directWay({ terms }: PetitionFacts, forms: string): string | undefined {
  return terms.form && `${forms}/d/e/${encodeURIComponent(terms.form.public)}/viewform`;
}
