import type { Duplex } from 'node:stream';
import { plainPage, type Fault } from './plain-page.ts';
import { securityHeaders, WORDS_ALONE } from './security-headers.ts';

const FAULTS: Record<string, [Fault, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** Answers, where that still can be, what could not be read as a request, and ends the connection. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex, languages: readonly string[]): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [fault, phrase] = FAULTS[error.code ?? ''] ?? [400 as const, 'Bad Request'];
  const type = 'text/html; charset=utf-8';
  const body = plainPage(fault, languages);
  const headers = ['Content-Type', type, 'Cache-Control', 'no-store', 'Connection', 'close', ...securityHeaders(type, WORDS_ALONE), 'Content-Length', String(Buffer.byteLength(body))];
  const lines = headers.map((text, at) => (at % 2 === 0 ? `\r\n${text}: ` : text)).join('');
  socket.end(`HTTP/1.1 ${fault} ${phrase}${lines}\r\n\r\n${body}`, () => socket.destroy());
}
