import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigning } from '../../integrations/web/open-signing.ts';
import { startServer } from '../../integrations/web/server.ts';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';

/** A built site that can be signed, with a ledger of its own. */
export interface SigningServer {
  address: string;
  /** The same store, to look into. */
  ledger: Ledger;
  close(): Promise<void>;
}

/** Serves the site built in `root` with a fresh ledger; `now` is the moment at which people sign. */
export async function serveSigning(root: string, now: number, env: Record<string, string> = {}): Promise<SigningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-signing-'));
  const settings = { DATA_DIR: folder, RELAY: 'off', ...env };
  const signing = await openSigning({ root, env: settings, now: () => now, log: () => {} }, { trustProxy: 0, siteUrl: undefined });
  const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 0, signing: signing.room });
  const ledger = await openLedger(settings, root);
  return {
    address: server.address, ledger,
    async close() {
      await server.close();
      await signing.close();
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
