import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stands between a client and PostgreSQL, and can break the line at the worst moment. */
export interface InterruptedConnection {
  url: string;
  /** The next so many commits reach the server, and their answers never the client. */
  swallow(commits: number): void;
  /** How many were swallowed. */
  swallowed(): number;
  close(): Promise<void>;
}

const SOCKET = '.s.PGSQL.5432';

/** Listens on a socket of its own and passes everything on to the server at `url`. */
export async function interruptConnections(url: string): Promise<InterruptedConnection> {
  const folder = await mkdtemp(join(tmpdir(), 'between-'));
  const target = new URL(url.replace('@/', '@localhost/')).searchParams.get('host')!;
  const lines = new Set<Socket>();
  let left = 0;
  let done = 0;
  const server = createServer((client) => {
    const onward = connect(join(target, SOCKET));
    let cut = false;
    for (const side of [client, onward]) {
      lines.add(side);
      side.on('error', () => undefined).on('close', () => {
        lines.delete(side);
        client.destroy();
        onward.destroy();
      });
    }
    client.on('data', (sent) => {
      if (left > 0 && sent.includes('COMMIT')) {
        left -= 1;
        done += 1;
        cut = true;
      }
      onward.write(sent);
    });
    onward.on('data', (answer) => {
      if (cut) client.destroy();
      else client.write(answer);
    });
  }).listen(join(folder, SOCKET));
  await once(server, 'listening');
  return {
    url: url.replace(encodeURIComponent(target), encodeURIComponent(folder)),
    swallow: (commits) => void (left = commits),
    swallowed: () => done,
    async close() {
      for (const line of lines) line.destroy();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
