import type { PetitionFacts } from '../../src/domain/petition-facts.ts';
import { inJson, pageAgain, type Refused } from '../../src/server/form-again.ts';
import { sendShort, type Exchange } from './exchange.ts';
import { headersOf } from './file-copy.ts';
import type { Release } from './release.ts';
import { EVERYWHERE, securityHeaders, WORDS_ALONE, type HeaderList } from './security-headers.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
/** The one kind of body that a signature may come in; a program that sends another is told so (`Accept-Post`, W3C Linked Data Platform 1.0, 7.1). */
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** True when whoever asks wants data, not a page. */
const wantsJson = ({ request }: Exchange): boolean => /\bapplication\/json\b/i.test(request.headers.accept ?? '');

const afterwards = new Map<string, HeaderList>();

/** Says that a signature is on disk: the way to the thank-you page, or word with its `ref`. */
export function sendReceived(exchange: Exchange, slug: string, { lang, ref }: { lang: string; ref: string }): void {
  const { response, always } = exchange;
  if (wantsJson(exchange)) {
    const body = JSON.stringify({ ref, state: 'received' });
    response.writeHead(202, [...always, 'Content-Type', JSON_TYPE, 'Cache-Control', 'no-store', ...securityHeaders(JSON_TYPE, WORDS_ALONE), 'Content-Length', String(body.length)]).end(body);
    return;
  }
  const location = `/${lang}/petitions/${slug}/thanks/`;
  let headers = afterwards.get(location);
  if (!headers) afterwards.set(location, (headers = ['Location', location, 'Cache-Control', 'no-store', ...EVERYWHERE, 'Content-Security-Policy', WORDS_ALONE, 'Content-Length', '0']));
  response.writeHead(303, [...always, ...headers]).end();
}

/** Says why a form was not taken, on the petition's own page in the signer's language with everything that was typed. */
export async function sendTrouble(exchange: Exchange, release: Release, petition: PetitionFacts, status: number, refused: Refused): Promise<void> {
  const more = { 405: ['Allow', 'POST'], 415: ['Accept-Post', FORM_TYPE], 503: ['Retry-After', '30'] }[status] ?? [];
  if (wantsJson(exchange)) return sendShort(exchange, status, ['Content-Type', JSON_TYPE, 'Cache-Control', 'no-store', ...securityHeaders(JSON_TYPE, WORDS_ALONE), ...more], JSON.stringify({ ...inJson(refused), ...(status === 415 ? { send: FORM_TYPE } : {}) }));
  const file = release.files.get(`/${refused.lang}/petitions/${petition.slug}/`);
  if (!file) throw new Error('The release has no page for a petition that it names.');
  const built = (await release.shelf.fetch(file.copies.identity)).bytes?.toString() ?? '';
  // It is made for this one question and comes as it is, so that nothing depends on what the browser can unpack.
  const headers = headersOf(release, file).filter((_, at, all) => all[at - (at % 2)] !== 'Vary');
  return sendShort(exchange, status, [...headers, 'Cache-Control', 'no-store', ...more], pageAgain(built, petition, refused));
}
