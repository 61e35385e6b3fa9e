import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GoogleResponse } from '../google-forms.ts';
import { accounts, type Accounts } from './accounts.ts';
import { answerApi, isListing } from './apis.ts';
import { answerControl } from './control.ts';
import { faultBox, type FaultBox, type FaultKind, type FaultPlace } from './fault-box.ts';
import { formBook, type FormBook } from './form-book.ts';
import { faultReply } from './fault-reply.ts';
import { answerPublic } from './public-door.ts';
import { ApiError, type Reply } from './reply.ts';
import { answerReport, isReport, tokenFor } from './report-apis.ts';
import { reportBook, type ReportBook } from './report-book.ts';
import { randomFrom } from '../../random.ts';

export interface StandInOptions {
  /** 0, unless given, lets the system choose. */
  port?: number;
  seed?: number;
  now?: () => number;
  /** Milliseconds that the fault `slow` takes. */
  slow?: number;
}

/** A stand-in for Google that runs, on this machine only. */
export interface StandIn {
  /** For GOOGLE_APIS_URL and GOOGLE_FORMS_URL. */
  apis: string;
  forms: string;
  book: FormBook;
  accounts: Accounts;
  /** Figures that it knows. */
  reports: ReportBook;
  faults: FaultBox;
  /** Every request, `GET /v1/forms/…`, without its query. */
  asked: string[];
  close(): Promise<void>;
}

const LONGEST = 2_000_000;

/** Starts a stand-in for the Forms, Drive and Sheets APIs, for those that figures come from, for public forms and for signing in. Rejects when the port is taken. */
export async function startStandIn({ port = 0, seed = 1, now = Date.now, slow = 300 }: StandInOptions = {}): Promise<StandIn> {
  const book = formBook(seed, now);
  const people = accounts(now);
  const reports = reportBook();
  const random = randomFrom(seed + 2);
  const faults = faultBox(randomFrom(seed + 1));
  const asked: string[] = [];
  const late = new Map<GoogleResponse, number>();
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', root);
    const [path, method] = [decodeURIComponent(pathname), request.method ?? 'GET'];
    const body = await bodyOf(request);
    if (path === '/token' && method === 'POST' && new URLSearchParams(body).get('grant_type') === 'refresh_token') return send(response, tokenFor(reports, new URLSearchParams(body)));
    if (path.startsWith('/stand-in')) return send(response, answerControl({ book, accounts: people, reports, faults }, method, path, jsonOf(body)));
    // The last few are enough for whoever looks.
    if (asked.push(`${method} ${path}`) > 20_000) asked.splice(0, 10_000);
    const place: FaultPlace = path.startsWith('/forms/') ? (method === 'POST' ? 'submit' : 'page') : isListing(path) ? 'list' : isReport(path) ? 'report' : 'api';
    const fault = faults.strike(place);
    if (fault === 'drop-before') return void response.destroy();
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, slow));
    const type = request.headers['content-type'] ?? '';
    const reply = faultReply(place, fault) ?? people.answer({ method, path, query: searchParams, type, body }) ?? (place === 'submit' || place === 'page' ? answerPublic(book, late, { method, path, type, body, base: `${root}/forms`, fault }) : api(request, method, path, searchParams, body, fault));
    if (fault === 'drop-after') return void response.destroy();
    send(response, fault === 'truncated' && reply.json !== undefined ? { ...reply, cut: halfOf(reply.json) } : reply);
  }

  function api(request: IncomingMessage, method: string, path: string, query: URLSearchParams, body: string, fault: FaultKind | undefined): Reply {
    try {
      if (!/^Bearer \S+$/.test(request.headers.authorization ?? '')) throw new ApiError(401, 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.');
      const sent = body === '' ? undefined : jsonOf(body);
      if (body !== '' && sent === undefined) throw new ApiError(400, 'Invalid JSON payload received.');
      const asked = { method, path, query, body: sent, fault };
      return isReport(path) ? answerReport(reports, asked, request.headers.authorization!.slice('Bearer '.length), random) : answerApi(book, late, asked);
    } catch (error) {
      if (error instanceof ApiError) return error.reply;
      throw error;
    }
  }

  return {
    apis: root, forms: `${root}/forms`, book, accounts: people, reports, faults, asked,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function send(response: ServerResponse, { status, headers, json, html, cut }: Reply): void {
  const [type, text] = html === undefined ? ['application/json; charset=UTF-8', cut ?? JSON.stringify(json)] : ['text/html; charset=utf-8', html];
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(text);
}

function halfOf(json: unknown): string {
  const text = JSON.stringify(json);
  return text.slice(0, Math.ceil(text.length / 2));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST) throw new Error('The request is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
