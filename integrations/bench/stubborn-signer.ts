import { Agent, request } from 'node:http';
import type { Random } from '../random.ts';
import type { Herd } from './server-herd.ts';

/** What goes wrong on the way to our server, in a hundred signatures. */
const [CUT, DOUBLE] = [12, 8];

/** Counts of what the signers met. */
export interface Met {
  cut: number;
  doubled: number;
  refused: number;
}

/**
 * Signs as somebody does who does not give up: with the same `ref` again and again until the server says it is stored.
 * Of a hundred, twelve lose the connection before the answer, and eight send twice at the same time.
 */
export function stubbornSigners(herd: Herd, random: Random, met: Met): { sign(number: number, ref: string): Promise<void>; end(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const post = (address: string, network: string, body: string, cut: boolean) => new Promise<boolean>((resolve) => {
    const { hostname, port } = new URL(address);
    const asking = request({ hostname, port, path: '/petitions/bridge/sign', method: 'POST', agent, timeout: 20_000, headers: { 'X-Forwarded-For': network, Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode === 202)).on('error', () => resolve(false));
      if (answer.statusCode !== 202) met.refused++;
    });
    asking.on('error', () => resolve(false)).on('close', () => resolve(false)).on('timeout', () => asking.destroy());
    asking.end(body, () => cut && setTimeout(() => asking.destroy(), random(4)));
  });
  return {
    async sign(number, ref) {
      const body = `name=Supporter+${'abcdefghij'[number % 10]}&email=supporter${number}%40example.org&place=Utrecht&consent=yes&lang=en&website=&ref=${ref}`;
      // Everybody has a network of their own, for a crowd behind one address would be looked at first.
      const network = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      const fate = random(100);
      if (fate < CUT) {
        met.cut++;
        await post(await herd.address(), network, body, true);
      } else if (fate < CUT + DOUBLE) {
        met.doubled++;
        void post(await herd.address(), network, body, false);
      }
      while (!(await post(await herd.address(), network, body, false))) await new Promise((resolve) => setTimeout(resolve, 20 + random(80)));
    },
    end: () => agent.destroy(),
  };
}
