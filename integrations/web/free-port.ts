import { createServer } from 'node:net';
import { Refusal } from '../refusal.ts';
import { listenFault, type ServerSettings } from './server-settings.ts';

/** Tries to listen where `command` is going to, and lets go again. A place that is not to be had is refused in a sentence. */
export function freePort(place: Pick<ServerSettings, 'host' | 'port'>, command?: string): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Refusal(listenFault(error, place, command))));
    server.listen(place.port, place.host, () => server.close(() => resolve()));
  });
}
