import type { IncomingMessage } from 'node:http';

/** True when a proxy that is believed says that the reader came over https. */
export const isOverHttps = (request: Pick<IncomingMessage, 'headers'>, trustProxy: number): boolean =>
  trustProxy > 0 && String(request.headers['x-forwarded-proto'] ?? '').split(',').at(-1)?.trim() === 'https';
