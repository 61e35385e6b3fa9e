import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openRooms } from '../../integrations/web/open-rooms.ts';
import { startServer } from '../../integrations/web/server.ts';
import type { Ledger } from '../../integrations/store/ledger.ts';
import { openLedger } from '../../integrations/store/open-ledger.ts';
import { NOW } from '../workbench.ts';
import { openBrowser } from './reader.ts';

/** A built site that can be signed, with a ledger of its own. */
export interface SigningServer {
  address: string;
  /** The same store, to look into. */
  ledger: Ledger;
  close(): Promise<void>;
}

/** The petition of the sample newsroom that these tests sign. */
export const SLUG = 'decide-within-the-term';

/** Signatures that were given; somebody who types as fast as a test does may have to wait for a reviewer. */
export async function givenOn({ ledger }: SigningServer): Promise<number> {
  const { valid, suspect } = (await ledger.counts(SLUG)).states;
  return valid + suspect;
}

/** For a whole test file: a browser, and the sample site with a fresh ledger. People sign at the moment for which it was built, and from then on time goes by. */
export function useSigning(): { browser: Browser; server: SigningServer } {
  const desk = {} as ReturnType<typeof useSigning>;
  beforeAll(async () => {
    desk.browser = await openBrowser();
    desk.server = await serveSigning(inject('site').root, Date.parse(NOW));
  });
  afterAll(async () => {
    await desk.browser?.close();
    await desk.server?.close();
  });
  return desk;
}

/** Fills in what a petition asks for, up to the button. */
export async function fillIn(page: Page, email: string, name = 'Noor Bakker'): Promise<void> {
  await page.locator('#name').fill(name);
  await page.locator('#email').fill(email);
  await page.locator('#consent').check();
}

export const sign = (page: Page): Promise<void> => page.locator('form.sign button[type=submit]').click();
/** Where the page says how far this device's signature is. */
export const state = (page: Page): Locator => page.locator('[data-device] [role=status]');
/** All that this device remembers of signatures. */
export const kept = (page: Page): Promise<string> => page.evaluate(() => localStorage.getItem('rostrum.signatures') ?? '');

/** Serves the site built in `root` with a fresh ledger; `start` is the moment at which it opens. */
export async function serveSigning(root: string, start: number, env: Record<string, string> = {}): Promise<SigningServer> {
  const opened = Date.now();
  const now = () => start + Date.now() - opened;
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-signing-'));
  const settings = { DATA_DIR: folder, RELAY: 'off', ...env };
  const rooms = await openRooms({ root, env: settings, now, log: () => {} }, { trustProxy: 0, siteUrl: undefined });
  const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 0, signing: rooms.signing });
  const ledger = await openLedger(settings, root);
  return {
    address: server.address, ledger,
    async close() {
      await server.close();
      await rooms.close();
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
