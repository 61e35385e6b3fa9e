import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { openRooms } from '../../integrations/web/open-rooms.ts';
import { startServer } from '../../integrations/web/server.ts';
import { inviteConsole } from '../../src/server/access.ts';
import { site } from '../../src/site.ts';
import { NOW } from '../workbench.ts';
import { openBrowser, openReader, type Reader } from './reader.ts';

/** The sample site with its dashboard over a store of its own, and somebody who has signed in. */
export interface ReachServer {
  address: string;
  browser: Browser;
  /** Where the store is. */
  data: string;
  /** A window of somebody who is signed in. */
  open(options?: BrowserContextOptions): Promise<Reader & { page: Page }>;
}

/** For a whole test file; windows are closed with it. */
export function useReach(): ReachServer {
  const desk = {} as ReachServer;
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const { root } = inject('site');
    desk.data = await mkdtemp(join(tmpdir(), 'rostrum-reach-'));
    ends.push(() => rm(desk.data, { recursive: true, force: true }));
    const rooms = await openRooms({ root, env: { DATA_DIR: desk.data, RELAY: 'off' }, now: () => Date.parse(NOW), log: () => {} }, { trustProxy: 0, siteUrl: undefined, name: site.name, organisation: site });
    ends.push(() => rooms.close());
    const server = await startServer({ root, host: '127.0.0.1', port: 0, trustProxy: 0, signing: rooms.signing, access: rooms.access });
    ends.push(() => server.close());
    desk.address = server.address;
    const token = await inviteConsole(rooms.access);
    const entered = await fetch(`${server.address}/reach/sign-in/${token}`, { method: 'POST', redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin' } });
    const [name, value] = entered.headers.get('set-cookie')!.split(';')[0]!.split('=') as [string, string];
    desk.browser = await openBrowser();
    ends.push(() => desk.browser.close());
    desk.open = async (options = {}) => {
      const reader = await openReader(desk.browser, { bypassCSP: true, ...options });
      await reader.context.addCookies([{ name, value, url: `${server.address}/reach/` }]);
      return { ...reader, page: await reader.context.newPage() };
    };
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return desk;
}
