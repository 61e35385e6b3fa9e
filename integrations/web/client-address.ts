import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address of who asks. Behind `trustProxy` proxies it is that entry of `X-Forwarded-For`, counted from the end: each
 * proxy adds whom it heard at the end, so whatever a client wrote there itself stands further in front and is never
 * believed. An entry that is missing or no address leaves the address of the connection; `''` when that is gone too.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustProxy: number): string {
  const direct = plain(request.socket.remoteAddress ?? '');
  if (trustProxy === 0) return direct;
  // Node joins several headers of this name with commas, in their order.
  const named = String(request.headers['x-forwarded-for'] ?? '').split(',').at(-trustProxy);
  return plain(named?.trim() ?? '') || direct;
}

/** An address without port, brackets and IPv4 written as IPv6; `''` for what is none. */
function plain(written: string): string {
  const bare = /^\[([\da-f:.]+)\](?::\d{1,5})?$/i.exec(written)?.[1] ?? /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(written)?.[1] ?? written;
  const address = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1] ?? bare.toLowerCase();
  return isIP(address) === 0 ? '' : address;
}
