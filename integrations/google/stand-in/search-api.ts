import type { searchconsole_v1 } from 'googleapis/build/src/apis/searchconsole/index.js';
import { isDay, type Day } from '../../../src/domain/instant.ts';
import { daysBetween, fields, wholeNumber } from './api-wishes.ts';
import type { PlantedSite, ReportBook } from './report-book.ts';
import { ApiError } from './reply.ts';

type Row = searchconsole_v1.Schema$ApiDataRow;

const DIMENSIONS = ['date', 'page', 'country', 'device', 'query', 'searchAppearance', 'hour'];
const STATES = ['final', 'all', 'hourly_all', undefined];

/** Google keeps no more rows than that for a day and kind of search. */
const ROWS_A_DAY = 50_000;

/** `searchanalytics.query` of Search Console, for totals by day and for pages. Without rows there are no `rows` at all. */
export function querySearch(book: ReportBook, site: string, body: unknown): searchconsole_v1.Schema$SearchAnalyticsQueryResponse {
  const planted = book.search.get(site);
  if (!planted?.shared) throw new ApiError(403, `User does not have sufficient permission for site '${site}'. See also: https://support.google.com/webmasters/answer/2451999.`, [], {}, 'forbidden');
  const { startDate, endDate, dimensions = [], dataState, aggregationType = 'auto', rowLimit, startRow } = fields<searchconsole_v1.Schema$SearchAnalyticsQueryRequest>(body, ['startDate', 'endDate', 'dimensions', 'dataState', 'aggregationType', 'rowLimit', 'startRow', 'type', 'searchType', 'dimensionFilterGroups']);
  if (!isDay(startDate ?? '') || !isDay(endDate ?? '')) throw new ApiError(400, '\'startDate\' and \'endDate\' are required, in the format YYYY-MM-DD.');
  if (startDate! > endDate!) throw new ApiError(400, 'startDate must be less than or equal to endDate.');
  const unknown = (dimensions ?? []).find((name) => !DIMENSIONS.includes(name));
  if (unknown !== undefined) throw new ApiError(400, `Invalid value at 'dimensions[0]' (type.googleapis.com/google.search.console.v1.Dimension), "${unknown}"`);
  if (!STATES.includes(dataState ?? undefined)) throw new ApiError(400, `Invalid value at 'data_state', "${dataState}"`);
  if (aggregationType === 'byProperty' && dimensions?.includes('page')) throw new ApiError(400, 'Request contains an invalid argument: cannot aggregate by property when grouping by page.');
  const most = wholeNumber('rowLimit', rowLimit ?? 1000, 1, 25_000);
  const start = wholeNumber('startRow', startRow ?? 0, 0, 1e9);
  const all = daysBetween(startDate!, endDate!).filter((day) => dataState === 'all' || planted.incomplete === undefined || day < planted.incomplete);
  const rows = rowsOf(planted, all, dimensions ?? []).slice(start, start + most);
  const told = dataState === 'all' && dimensions?.length === 1 && dimensions[0] === 'date' && planted.incomplete !== undefined && planted.incomplete <= endDate!;
  return { ...(rows.length > 0 && { rows }), responseAggregationType: dimensions?.includes('page') ? 'byPage' : 'byProperty', ...(told && { metadata: { firstIncompleteDate: planted.incomplete! } }) };
}

function rowsOf(planted: PlantedSite, days: readonly Day[], dimensions: readonly string[]): Row[] {
  const row = (keys: string[], { clicks, impressions }: { clicks: number; impressions: number }): Row => ({ ...(keys.length > 0 && { keys }), clicks, impressions, ctr: impressions > 0 ? clicks / impressions : 0, position: 7.5 });
  if (dimensions.join() === 'date') return days.flatMap((day) => (planted.day(day) ? [row([day], planted.day(day)!.total)] : []));
  const byKey = new Map<string, { keys: string[]; clicks: number; impressions: number }>();
  for (const day of days) {
    for (const { page, clicks, impressions } of planted.day(day)?.pages.slice(0, ROWS_A_DAY) ?? []) {
      const keys = dimensions.map((name) => (name === 'page' ? page : name === 'date' ? day : 'zzz'));
      const sum = byKey.get(keys.join('\n')) ?? { keys, clicks: 0, impressions: 0 };
      byKey.set(keys.join('\n'), { keys, clicks: sum.clicks + clicks, impressions: sum.impressions + impressions });
    }
  }
  // Most clicks first, as Google does.
  return [...byKey.values()].sort((a, b) => b.clicks - a.clicks).map(({ keys, ...counts }) => row(keys, counts));
}
