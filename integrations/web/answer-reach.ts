import { negotiateLanguage } from '../../src/domain/language.ts';
import { judge, LASTS, redeem, signOut, wouldOpen, type Pass, type Person } from '../../src/server/access.ts';
import { linkPage, noticeOf, signInPage, type DoorView, type Notice } from '../../src/server/access-page.ts';
import { beginAtGoogle, finishAtGoogle } from '../../src/server/google-sign-in.ts';
import { StoreFault } from '../store/ledger.ts';
import type { AccessRoom } from './access-room.ts';
import { answerOnDemand } from './answer-on-demand.ts';
import { clientAddress } from './client-address.ts';
import { onlyReads, type Exchange } from './exchange.ts';
import { comesFromHere, ownHosts } from './own-page.ts';
import type { ReachDoor } from './reach-door.ts';
import { PAGE_POLICY, PRIVATE, sendOn, sendPrivateFault, sendPrivatePage } from './reach-answer.ts';
import type { Release } from './release.ts';
import type { Target } from './request-target.ts';
import { isOverHttps } from './secure-connection.ts';
import type { HeaderList } from './security-headers.ts';
import { readCookie, setCookie } from './session-cookie.ts';

const DOOR = '/reach/sign-in/';

/** Somebody who may look, and the headers that every answer to them carries. */
export interface Guarded {
  person: Person;
  headers: HeaderList;
}

/** Answers whatever is asked of the dashboard and its door. Whoever may not look is sent to the door, the same for every address, method and cookie. */
export async function answerReach(exchange: Exchange, door: ReachDoor, target: Target | undefined, release: Release | undefined, room: AccessRoom): Promise<void> {
  const languages = release?.facts.languages ?? ['en'];
  try {
    if ((await answerDoor(exchange, door, new URLSearchParams(target?.query), languages, room)) === 'passed') await answerPages(exchange, target, release, room);
  } catch (error) {
    if (!(error instanceof StoreFault) || exchange.response.headersSent) throw error;
    await sendPrivateFault(exchange, 503, languages, ['Retry-After', '30']);
  }
}

/** Lets a request through with its person, or sends it to the door and says `answered`. What changes something must come from a page of ours. */
export async function guard(exchange: Exchange, room: AccessRoom): Promise<Guarded | 'answered'> {
  const { request } = exchange;
  const https = isOverHttps(request, room.trustProxy);
  const admitted = await judge(room, readCookie(request, 'session', https));
  if (!admitted || (!onlyReads(request) && !isOurs(exchange, room))) {
    await sendOn(exchange, DOOR);
    return 'answered';
  }
  return { person: admitted.person, headers: [...PRIVATE, ...(admitted.renewed ? sessionCookie(admitted.renewed, https) : [])] };
}

async function answerPages(exchange: Exchange, target: Target | undefined, release: Release | undefined, room: AccessRoom): Promise<void> {
  const guarded = await guard(exchange, room);
  if (guarded === 'answered') return;
  if (target?.path === '/reach') return sendOn(exchange, '/reach/');
  const { person, headers } = guarded;
  if (target && release?.onDemand) {
    const desk = room.deskOver(release);
    // Read before a page is begun, which would make a broken page of a store that is out of reach.
    await desk.data();
    if ((await answerOnDemand(exchange, await release.onDemand(), release.facts, { person, desk }, [...headers, 'Content-Security-Policy', PAGE_POLICY])) === 'answered') return;
  }
  return sendPrivateFault(exchange, 404, release?.facts.languages ?? [], headers.slice(PRIVATE.length));
}

async function answerDoor(exchange: Exchange, door: ReachDoor, query: URLSearchParams, languages: readonly string[], room: AccessRoom): Promise<'answered' | 'passed'> {
  const { request } = exchange;
  const https = isOverHttps(request, room.trustProxy);
  const session = readCookie(request, 'session', https);
  const posts = request.method === 'POST';
  const back = async (notice: Notice, cookies: HeaderList = []) => (await sendOn(exchange, again(notice, query), cookies), 'answered' as const);
  const enter = async (pass: Pass, cookies: HeaderList = []) => (await sendOn(exchange, '/reach/', [...sessionCookie(pass, https), ...cookies]), 'answered' as const);
  const tooOften = () => !room.mayTry(clientAddress(request, room.trustProxy), room.now());
  const view = (): DoorView => ({ lang: languageOf(exchange, query, languages), languages, name: room.name, sheet: room.sheet.css });

  if (door.to === 'sign-in' && onlyReads(request)) {
    if (await judge(room, session)) await sendOn(exchange, '/reach/');
    else await sendPrivatePage(exchange, signInPage(view(), { google: room.google !== undefined, notice: noticeOf(query.get('again')) }), room.sheet.policy);
    return 'answered';
  }
  if (door.to === 'link' && (posts || onlyReads(request))) {
    if (posts && !isOurs(exchange, room)) return back('elsewhere');
    if (tooOften()) return back('later');
    const pass = posts ? await redeem(room, door.token) : undefined;
    if (pass) return enter(pass);
    if (posts || !(await wouldOpen(room, door.token))) return back('link');
    await sendPrivatePage(exchange, linkPage(view()), room.sheet.policy);
    return 'answered';
  }
  if (door.to === 'sign-out' && posts) {
    if (!isOurs(exchange, room)) return back('elsewhere');
    await signOut(room, session);
    return back('out', setCookie('session', '', 0, https));
  }
  if (door.to === 'google' && room.google && request.method === 'GET') {
    if (tooOften()) return back('later');
    const { key, address } = await beginAtGoogle(room, room.google, returnAddress(exchange, room, https));
    await sendOn(exchange, address, setCookie('google', key, LASTS.signIn, https));
    return 'answered';
  }
  if (door.to === 'returned' && room.google && request.method === 'GET') {
    if (tooOften()) return back('later');
    const [code, state] = [query.get('code') ?? undefined, query.get('state') ?? undefined];
    const pass = await finishAtGoogle(room, room.google, { code, state, key: readCookie(request, 'google', https), back: returnAddress(exchange, room, https) });
    const taken = setCookie('google', '', 0, https);
    return pass ? enter(pass, taken) : back('google', taken);
  }
  return 'passed';
}

const sessionCookie = ({ token, lasts }: Pass, https: boolean): HeaderList => setCookie('session', token, lasts, https);

const isOurs = ({ request }: Exchange, { trustProxy, siteUrl }: AccessRoom): boolean => comesFromHere(request.headers, () => ownHosts(request.headers, trustProxy, siteUrl));

function again(notice: Notice, query: URLSearchParams): string {
  const lang = query.get('lang');
  return `${DOOR}?again=${notice}${lang && /^[\w-]{2,20}$/.test(lang) ? `&lang=${lang}` : ''}`;
}

function languageOf({ request }: Exchange, query: URLSearchParams, languages: readonly string[]): string {
  return languages.find((lang) => lang === query.get('lang')) ?? negotiateLanguage(request.headers['accept-language'], languages);
}

/** Google knows the addresses to which it may send people back, so that a made-up host leads nowhere. */
function returnAddress({ request }: Exchange, { siteUrl, trustProxy }: AccessRoom, https: boolean): string {
  const forwarded = trustProxy > 0 ? String(request.headers['x-forwarded-host'] ?? '').split(',').at(-trustProxy)?.trim() : undefined;
  const root = siteUrl?.replace(/\/+$/, '') ?? `http${https ? 's' : ''}://${forwarded || (request.headers.host ?? '')}`;
  return `${root}/reach/google/callback/`;
}
