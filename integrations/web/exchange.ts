import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainPage, type Fault } from './plain-page.ts';
import { forgetBody, hasUnreadBody } from './request-body.ts';
import { securityHeaders, WORDS_ALONE, type HeaderList } from './security-headers.ts';

/** A question and its answer on their way. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Headers that this answer carries whatever it says. */
  readonly always: HeaderList;
}

/** True when the asker only reads, which every address allows. */
export const onlyReads = (request: IncomingMessage): boolean => request.method === 'GET' || request.method === 'HEAD';

/** Sends an answer that is short and at hand. A body that nobody has read is let go by, and the connection given up. */
export async function sendShort({ request, response, always }: Exchange, status: number, headers: HeaderList, body = ''): Promise<void> {
  const unread = hasUnreadBody(request);
  const close = unread && !always.includes('close') ? ['Connection', 'close'] : [];
  response.writeHead(status, [...always, ...close, ...headers, 'Content-Length', String(Buffer.byteLength(body))]);
  if (unread) {
    // The answer leaves first: who sends too much shall read why.
    if (body === '' || request.method === 'HEAD') response.flushHeaders();
    else response.write(body);
    await forgetBody(request);
  }
  response.end(unread ? undefined : body);
}

/** Sends the page in plain words for a fault; it is kept nowhere. `languages` may be empty when there is no site yet. */
export function sendFault(exchange: Exchange, fault: Fault, languages: readonly string[], more: HeaderList = []): Promise<void> {
  const type = 'text/html; charset=utf-8';
  return sendShort(exchange, fault, ['Content-Type', type, 'Cache-Control', 'no-store', ...securityHeaders(type, WORDS_ALONE), ...more], plainPage(fault, languages));
}
