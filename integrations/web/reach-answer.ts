import { sendShort, type Exchange } from './exchange.ts';
import { plainPage } from './plain-page.ts';
import { securityHeaders, WORDS_ALONE, type HeaderList } from './security-headers.ts';

const TYPE = 'text/html; charset=utf-8';

/** What every answer at and behind the door carries: nobody keeps it, lists it or learns where the reader came from. */
export const PRIVATE: HeaderList = ['Cache-Control', 'private, no-store', 'X-Robots-Tag', 'noindex', 'Referrer-Policy', 'no-referrer'];

/** What a page behind the door may do: use the styles and scripts that the build made, and save a picture of a chart. */
export const PAGE_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Those headers with the rest of the site's, each once. */
export function privateHeaders(policy: string): HeaderList {
  const site = securityHeaders('text/html', policy);
  return [...site.filter((_, at) => site[at - (at % 2)] !== 'Referrer-Policy'), ...PRIVATE];
}

/** Sends a page of the door. */
export const sendPrivatePage = (exchange: Exchange, html: string, policy: string): Promise<void> => sendShort(exchange, 200, ['Content-Type', TYPE, ...privateHeaders(policy)], html);

/** Sends elsewhere on this site; always the same answer for the same place. */
export const sendOn = (exchange: Exchange, location: string, cookies: HeaderList = []): Promise<void> => sendShort(exchange, 303, ['Location', location, ...cookies, ...privateHeaders(WORDS_ALONE)]);

/** Says in plain words that there is no such page behind the door, or that the store cannot be read now. */
export function sendPrivateFault(exchange: Exchange, status: 404 | 503, languages: readonly string[], more: HeaderList = []): Promise<void> {
  return sendShort(exchange, status, ['Content-Type', TYPE, ...more, ...privateHeaders(WORDS_ALONE)], plainPage(status === 404 ? 404 : 500, languages));
}
