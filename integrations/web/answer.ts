import type { IncomingMessage, ServerResponse } from 'node:http';
import type { VisitCounter } from '../../src/server/visits.ts';
import type { AccessRoom } from './access-room.ts';
import { answerOnDemand } from './answer-on-demand.ts';
import { answerNumbers, answerSign } from './answer-petition.ts';
import { answerReach } from './answer-reach.ts';
import { SHORT } from './cache-rule.ts';
import type { CurrentRelease } from './current-release.ts';
import { onlyReads, sendFault, sendShort, type Exchange } from './exchange.ts';
import { copyFor } from './file-copy.ts';
import { healthAnswer } from './health.ts';
import { noteVisit } from './note-visit.ts';
import { petitionDoor } from './petition-door.ts';
import type { Release } from './release.ts';
import { reachDoor } from './reach-door.ts';
import { announcesTooMuch, hasBody, hasUnreadBody } from './request-body.ts';
import { readTarget, type Target } from './request-target.ts';
import { notFoundPage, routeFor } from './route.ts';
import { isOverHttps } from './secure-connection.ts';
import { securityHeaders, STAY_WITH_HTTPS, WORDS_ALONE, type HeaderList } from './security-headers.ts';
import { sendFile, sendNotFound } from './send-file.ts';
import type { SigningRoom } from './signing-room.ts';

/** What an answer depends on besides the question. */
export interface Standing {
  readonly site: CurrentRelease;
  /** Number of proxies in front whose word is believed. */
  readonly trustProxy: number;
  /** Why the last scheduled build failed, if it did. */
  failedBuild(): string | undefined;
  /** Where petitions are signed and counted; absent on a server that only shows the site. */
  readonly signing?: SigningRoom | undefined;
  /** Who may see the dashboard; without it there is none. */
  readonly access?: AccessRoom | undefined;
  /** Counts pages that are shown; without it nobody does. */
  readonly visits?: VisitCounter | undefined;
  /** True once the server is to stop: connections are given up after their answer. */
  closing(): boolean;
  log(line: string): void;
}

/** Answers one request, whatever it is; never throws. Nothing of the asker or the address is ever logged. */
export async function answer(request: IncomingMessage, response: ServerResponse, standing: Standing): Promise<void> {
  const exchange: Exchange = { request, response, always: alwaysFor(request, standing) };
  try {
    const release = standing.site.get();
    try {
      await dispatch(exchange, release, standing);
    } catch (error) {
      // A release that was cleared away has a follower, which may not have been noticed yet.
      if (!isGone(error) || response.headersSent) throw error;
      await standing.site.look();
      if (standing.site.get() === release) throw error;
      await dispatch(exchange, standing.site.get(), standing);
    }
  } catch (error) {
    // Whoever left before the question was whole is no fault of ours, and nobody is there to answer.
    if (request.destroyed && !request.complete) return void response.destroy();
    standing.log(`An answer failed: ${describe(error)}`);
    if (response.headersSent) response.destroy();
    else await sendFault(exchange, 500, standing.site.get()?.facts.languages ?? []).catch(() => response.destroy());
  }
}

async function dispatch(exchange: Exchange, release: Release | undefined, standing: Standing): Promise<void> {
  const { request } = exchange;
  const languages = release?.facts.languages ?? [];
  const target = readTarget(request.url ?? '');
  const nameless = request.httpVersion === '1.1' && !request.headers.host;
  const door = nameless || !standing.access ? undefined : reachDoor(target?.path ?? '', request.url ?? '');
  if (door) return answerReach(exchange, door, target, release, standing.access!);
  if (!target || nameless) return sendFault(exchange, 400, languages);
  if (target.path === '/healthz') return onlyReads(request) ? sendHealth(exchange, standing) : refuseMethod(exchange, languages);
  if (!release) return sendFault(exchange, 503, languages, ['Retry-After', '30']);
  return sendFromRelease(exchange, release, target, standing);
}

async function sendFromRelease(exchange: Exchange, release: Release, target: Target, standing: Standing): Promise<void> {
  const { request } = exchange;
  const { facts, onDemand } = release;
  if (standing.signing && (await answerAtDoor(exchange, release, target.path, standing.signing)) === 'answered') return;
  const route = routeFor(release, target, request.headers['accept-language']);
  if (!onlyReads(request) && (route.to !== 'nothing' || !onDemand || standing.access)) return refuseMethod(exchange, facts.languages);
  if (announcesTooMuch(request)) return sendFault(exchange, 413, facts.languages);
  if (route.to === 'file') {
    const copy = copyFor(request, release, route.file);
    const sending = sendFile(exchange, release, route.file, copy instanceof Promise ? await copy : copy);
    if (sending) await sending;
    if (standing.visits) noteVisit(standing.visits, exchange.response, release, route.file, target.query);
    return;
  }
  if (route.to !== 'nothing') {
    const cache = route.to === 'home' ? ['Cache-Control', 'private, no-cache', 'Vary', 'Accept-Language'] : ['Cache-Control', SHORT];
    return sendShort(exchange, route.status, ['Location', route.location, ...cache, ...securityHeaders('text/html', WORDS_ALONE)]);
  }
  // Where there is a dashboard, everything that is made on request lies behind its door.
  if (onDemand && !standing.access && (await answerOnDemand(exchange, await onDemand(), facts)) === 'answered') return;
  if (!onlyReads(request)) return refuseMethod(exchange, facts.languages);
  return sendLost(exchange, release, target.path);
}

async function answerAtDoor(exchange: Exchange, release: Release, path: string, room: SigningRoom): Promise<'answered' | 'passed'> {
  const door = petitionDoor(path);
  if (!door || (door.to !== 'sign' && !onlyReads(exchange.request))) return 'passed';
  const petition = release.petitions.get(door.slug);
  // Whoever signs what is not there yet shall hear the same as who signs what never was.
  if (petition && (await (door.to === 'sign' ? answerSign(exchange, release, petition, room) : answerNumbers(exchange, petition, door, room))) === 'answered') return 'answered';
  await sendLost(exchange, release, path);
  return 'answered';
}

async function sendLost(exchange: Exchange, release: Release, path: string): Promise<void> {
  const page = notFoundPage(release, path);
  return page && !hasUnreadBody(exchange.request) ? sendNotFound(exchange, release, page, await copyFor(exchange.request, release, page)) : sendFault(exchange, 404, release.facts.languages);
}

async function sendHealth(exchange: Exchange, { site, failedBuild, signing }: Standing): Promise<void> {
  const { status, body } = healthAnswer({ published: site.get()?.facts.builtAt, refused: site.refused(), failedBuild: failedBuild(), store: await signing?.condition() });
  return sendShort(exchange, status, ['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store', ...securityHeaders('text/json', WORDS_ALONE)], body);
}

const refuseMethod = (exchange: Exchange, languages: readonly string[]): Promise<void> => sendFault(exchange, 405, languages, ['Allow', 'GET, HEAD']);

function alwaysFor(request: IncomingMessage, { trustProxy, closing }: Standing): HeaderList {
  return [
    ...(isOverHttps(request, trustProxy) ? STAY_WITH_HTTPS : []),
    // What follows an unread body could be taken for the next question.
    ...(closing() || (hasBody(request) && onlyReads(request)) ? ['Connection', 'close'] : []),
  ];
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  // Messages may quote what somebody sent; a name, a code and a place in the program may not.
  const place = /\(?((?:file:|\/)[^\s()]+:\d+:\d+)\)?/.exec(error.stack?.split('\n').slice(1).join('\n') ?? '')?.[1];
  return [error.name, 'code' in error ? String(error.code) : '', place ? `at ${place}` : ''].filter(Boolean).join(' ');
}
