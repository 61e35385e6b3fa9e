import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

/** What a storm of signatures met. */
export interface Storm {
  /** Milliseconds from sending to the answer, of each one that was measured. */
  times: number[];
  /** Seconds that all of them together took. */
  seconds: number;
  /** Answers by status. */
  statuses: Record<number, number>;
}

/** How strong it is. */
export interface Strength {
  /** `http://127.0.0.1:…`; nothing else is ever asked. */
  address: string;
  path: string;
  connections: number;
  signatures: number;
  /** Answers that are not measured, at the beginning. */
  warmUp: number;
}

/**
 * Signs over connections that stay open, one question after the other on each, as many proxies in front of a server do;
 * a bare socket takes the least from the processor that the server shares. Rejects when a connection breaks.
 */
export async function signMany({ address, path, connections, signatures, warmUp }: Strength): Promise<Storm> {
  const { hostname, port, host } = new URL(address);
  if (hostname !== '127.0.0.1') throw new Error('Only a server of this machine is asked.');
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  let asked = 0;
  let measuredFrom = 0;

  const supporter = () => new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname).setNoDelay(true).setTimeout(30_000, () => socket.destroy(new Error('The server did not answer for 30 seconds.')));
    let sent = 0;
    let heard = '';
    const ask = () => {
      const number = asked++;
      if (number >= signatures) {
        socket.end();
        return;
      }
      if (number === warmUp) measuredFrom = performance.now();
      const body = bodyOf(number);
      sent = performance.now();
      socket.write(`POST ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${networkOf(number)}\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    };
    socket.on('connect', ask).on('error', reject).on('close', () => (asked >= signatures ? resolve() : reject(new Error('The server hung up.'))));
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      heard += chunk;
      const end = heard.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(heard)?.[1] ?? 0);
      if (heard.length < end + 4 + length) return;
      const status = Number(heard.slice(9, 12));
      heard = '';
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (measuredFrom > 0 && sent >= measuredFrom) times.push(performance.now() - sent);
      ask();
    });
  });
  await Promise.all(Array.from({ length: connections }, supporter));
  return { times, seconds: (performance.now() - measuredFrom) / 1000, statuses };
}

/** Everybody has a name, an address and a network of their own. */
function bodyOf(number: number): string {
  return `name=Supporter+of+${number.toString(36)}&email=supporter${number}%40example.org&place=Utrecht&consent=yes&updates=yes&lang=en&source=whatsapp&bucket=a&version=1a2b3c4d&website=&ref=${randomUUID()}`;
}

const networkOf = (number: number): string => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
