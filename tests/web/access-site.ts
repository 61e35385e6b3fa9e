import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { NO_PLAN } from '../../src/domain/reach-plan.ts';
import { invite } from '../../src/server/access.ts';
import { reachDesks } from '../../src/server/reach-desk.ts';
import type { AccessBook } from '../../integrations/store/access.ts';
import { openStore } from '../../integrations/store/open-store.ts';
import { accessRoom, type AccessRoom } from '../../integrations/web/access-room.ts';
import { ask, serve, type Answer, type Site } from './asking.ts';
import { projectFolder, writeRelease } from './release-folder.ts';

export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const HOUR = 3_600_000;
export const AMINA = 'amina@havenlicht.example';

/** A page maker that shows the figures at every address it could take for the dashboard's, and asks nobody who reads. */
const CARELESS = `export const handler = (request, response, next, locals) => {
  let path = request.url;
  for (let round = 0; round < 5; round++) try { path = new URL(decodeURIComponent(path).replace(/[\\\\/]+/g, '/'), 'http://x').pathname; } catch { break; }
  if (!/^\\/reach(\\/|$)/i.test(path)) return next();
  response.writeHead(200, { 'Content-Type': 'text/plain' }).end('SECRET FIGURES for ' + JSON.stringify(locals.person) + ' by ' + request.method);
};`;

/** A site with a dashboard, and somebody who may see it. */
export interface AccessSite extends Site {
  clock: { now: number };
  book: AccessBook;
  /** What the book was asked since the last look, by the names of its methods. */
  calls: string[];
  /** A link for a person, as the command makes it. */
  link(mailbox?: string, name?: string): Promise<string>;
  /** Presses the button of a link's page. */
  press(token: string, headers?: Record<string, string>): Promise<Answer>;
  /** Signs in and gives the cookie. */
  enter(mailbox?: string): Promise<string>;
}

/** Sent by a page of the site itself. */
export const OWN = { 'Sec-Fetch-Site': 'same-origin' };

/** `Set-Cookie` as a browser sends it back. */
export const cookieOf = ({ headers }: Answer, at = 0): string => headers['set-cookie']![at]!.split(';')[0]!;

export async function accessSite({ env, room = {} }: { env?: Record<string, string>; room?: Partial<AccessRoom> } = {}): Promise<AccessSite> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-access-'));
  const store = await openStore(env ?? { DATA_DIR: folder });
  const root = await projectFolder();
  await writeRelease(root, 'one', { entry: CARELESS, files: { 'favicon.svg': await readFile('public/favicon.svg') } });
  const clock = { now: NOW };
  const calls: string[] = [];
  const book = new Proxy(store.access, {
    get: (target, name: keyof AccessBook) => (...given: never[]) => {
      calls.push(name);
      return (target[name] as (...all: never[]) => unknown)(...given);
    },
  });
  const desks = reachDesks(store.history, { name: 'Havenlicht', sample: true, languages: ['nl', 'en', 'tr', 'ar', 'uk'], timeZone: 'UTC' }, async (stories) => ({ ...NO_PLAN, stories }), () => clock.now);
  const settled = { google: undefined, name: 'Havenlicht', trustProxy: 0, siteUrl: undefined, deskOver: ({ stories }: { stories: Parameters<typeof desks>[0] }) => desks(stories) };
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const site = await serve(root, { access: { ...accessRoom(book, settled, () => clock.now), ...room }, trustProxy: room.trustProxy ?? 0 });
  const link = (mailbox = AMINA, name = 'Amina Osman') => invite({ book: store.access, now: () => clock.now }, { mailbox, name });
  const press = (token: string, headers: Record<string, string> = OWN) => site.ask(`/reach/sign-in/${token}`, headers, 'POST');
  return { ...site, clock, book: store.access, calls, link, press, enter: async (mailbox) => cookieOf(await press(await link(mailbox))) };
}

/** The whole answer but its date: what somebody outside can compare. */
export async function outside(address: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<string> {
  const answer = await ask(address, path, headers, method);
  return JSON.stringify([answer.status, { ...answer.headers, date: '' }, answer.text]);
}
