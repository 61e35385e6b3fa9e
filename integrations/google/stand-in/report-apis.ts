import type { Random } from '../../random.ts';
import { runReport } from './analytics-api.ts';
import type { ApiRequest } from './apis.ts';
import { batchGet } from './cells-api.ts';
import { ApiError, type Reply } from './reply.ts';
import type { ReportBook } from './report-book.ts';
import { querySearch } from './search-api.ts';
import { listChannels, queryVideos } from './youtube-api.ts';

const SEARCH = /^\/webmasters\/v3\/sites\/(.+)\/searchAnalytics\/query$/;
const ANALYTICS = /^\/v1beta\/properties\/([^/:]+):runReport$/;
const CELLS = /^\/v4\/spreadsheets\/([^/]+)\/values:batchGet$/;

/** Scopes by the place of an API, any of which is enough; without `https://www.googleapis.com/auth/`. */
const SCOPES: [RegExp, string[]][] = [
  [SEARCH, ['webmasters.readonly', 'webmasters']],
  [ANALYTICS, ['analytics.readonly', 'analytics']],
  [/^\/youtube\/v3\/channels$/, ['youtube.readonly', 'youtube']],
  [/^\/v2\/reports$/, ['yt-analytics.readonly']],
  [CELLS, ['spreadsheets.readonly', 'spreadsheets', 'drive.readonly']],
];

/** True for APIs that figures come from; faults of reports strike there. */
export const isReport = (path: string): boolean => SCOPES.some(([place]) => place.test(path));

/** Google's APIs for figures. `token` is what stands after `Bearer`. Throws `ApiError` in Google's shape. */
export function answerReport(book: ReportBook, { method, path, query, body, fault }: ApiRequest, token: string, random: Random): Reply {
  const wanted = SCOPES.find(([place]) => place.test(path))![1];
  const given = scopesOf(token);
  if (given && !wanted.some((scope) => given.includes(scope))) {
    throw new ApiError(403, 'Request had insufficient authentication scopes.', [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', domain: 'googleapis.com' }], {}, 'insufficientPermissions');
  }
  if (book.left <= 0) throw new ApiError(429, 'Quota exceeded for quota metric \'Queries\' and limit \'Queries per minute\'.', [], {}, 'rateLimitExceeded');
  book.left--;
  const json = (method === 'POST' ? posted(book, path, body) : method === 'GET' ? got(book, path, query) : undefined);
  if (json === undefined) throw new ApiError(404, `The requested URL ${path} was not found on this server.`);
  return { status: 200, json: bent(json, fault, random) };
}

function posted(book: ReportBook, path: string, body: unknown): object | undefined {
  const site = SEARCH.exec(path)?.[1];
  if (site !== undefined) return querySearch(book, site, body);
  const property = ANALYTICS.exec(path)?.[1];
  return property === undefined ? undefined : runReport(book, property, body);
}

function got(book: ReportBook, path: string, query: URLSearchParams): object | undefined {
  if (path === '/youtube/v3/channels') return listChannels(book, query);
  if (path === '/v2/reports') return queryVideos(book, query);
  const spreadsheet = CELLS.exec(path)?.[1];
  return spreadsheet === undefined ? undefined : batchGet(book, spreadsheet, query);
}

/** Scopes of a token that the client made from a key, or of one like `scopes:webmasters.readonly`; undefined for any other, which may do everything. */
function scopesOf(token: string): string[] | undefined {
  if (token.startsWith('scopes:')) return token.slice('scopes:'.length).split(',');
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1];
  if (!payload) return undefined;
  try {
    const { scope } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { scope?: string };
    return scope?.split(' ').map((one) => one.replace('https://www.googleapis.com/auth/', ''));
  } catch {
    return undefined;
  }
}

/** Rows left out, in another order or twice; columns change places with them where headers say which is which. */
function bent(json: object, fault: ApiRequest['fault'], random: Random): object {
  const { rows, columnHeaders, items, valueRanges, rowCount, ...more } = json as { rows?: unknown[]; columnHeaders?: unknown[]; items?: unknown[]; valueRanges?: { values?: unknown[] }[]; rowCount?: number };
  if (fault === 'empty') return { ...more, ...(columnHeaders && { columnHeaders }), ...(valueRanges && { valueRanges: valueRanges.map(({ values: _, ...range }) => range) }) };
  if (fault === 'repeated' && rows) return { ...json, rows: rows.flatMap((row) => [row, row]) };
  if (fault !== 'shuffled' || !rows) return json;
  const mixed = rows.map((row) => [random(1e9), row] as const).sort(([a], [b]) => a - b).map(([, row]) => row);
  return columnHeaders ? { ...json, columnHeaders: columnHeaders.toReversed(), rows: mixed.map((row) => (row as unknown[]).toReversed()) } : { ...json, rows: mixed };
}

/** A token for somebody's permission, as Google's token endpoint gives it (RFC 6749, 5 and 6). */
export function tokenFor({ permissions }: ReportBook, form: URLSearchParams): Reply {
  const permission = form.get('refresh_token') ?? '';
  const holds = form.get('grant_type') === 'refresh_token' && permissions.has(permission);
  return holds ? { status: 200, json: { access_token: permission, expires_in: 3599, token_type: 'Bearer' } } : { status: 400, json: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } };
}
