import type { analyticsdata_v1beta } from 'googleapis/build/src/apis/analyticsdata/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { searchconsole_v1 } from 'googleapis/build/src/apis/searchconsole/index.js';
import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/index.js';
import type { youtubeAnalytics_v2 } from 'googleapis/build/src/apis/youtubeAnalytics/index.js';
import { askGoogle } from './ask-google.ts';
import { openReportClient, type ReportClient } from './google-client.ts';
import { GoogleFault } from './google-fault.ts';
import { googleCredentials, googlePlaces, personCredentials } from './google-settings.ts';
import { patiently } from './patience.ts';
import { remediesFor, type ReportApi } from './report-remedies.ts';

export type SearchQuery = searchconsole_v1.Schema$SearchAnalyticsQueryRequest;
export type SearchAnswer = searchconsole_v1.Schema$SearchAnalyticsQueryResponse;
export type AnalyticsQuery = analyticsdata_v1beta.Schema$RunReportRequest;
export type AnalyticsAnswer = analyticsdata_v1beta.Schema$RunReportResponse;
export type VideoQuery = youtubeAnalytics_v2.Params$Resource$Reports$Query;
export type VideoAnswer = youtubeAnalytics_v2.Schema$QueryResponse;
export type Channel = youtube_v3.Schema$Channel;
export type FormPage = forms_v1.Schema$ListFormResponsesResponse;

/** What we ask of Google about figures; every method rejects with a `GoogleFault`, after patience where patience helps, and soon after it is called off. */
export interface GoogleReports {
  search(site: string, query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer>;
  analytics(property: string, query: AnalyticsQuery, signal: AbortSignal): Promise<AnalyticsAnswer>;
  videos(query: VideoQuery, signal: AbortSignal): Promise<VideoAnswer>;
  channel(id: string, signal: AbortSignal): Promise<Channel | undefined>;
  /** Rows of a range: numbers as numbers, days as days since 30 December 1899; empty cells and rows at an end are cut off. */
  cells(spreadsheet: string, range: string, signal: AbortSignal): Promise<unknown[][]>;
  /** A page of at most 5,000 answers, without what people wrote unless that is wished for. */
  answers(form: string, wish: { page: string | undefined; written: boolean }, signal: AbortSignal): Promise<FormPage>;
}

/** Timer and chance of waiting for Google; `wait` settles early when it is called off. */
export interface ReportWorld {
  random(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

/** Seconds between tries; most quotas count for a minute. Analytics allows ten errors of its own an hour, so it is asked less often. */
const [WAITS, FEWER] = [[1, 2, 4, 8, 16, 32], [2, 8, 30]] as const;

/** Google's figures by the settings of this process. Throws a `GoogleFault` (`settings`) when they are missing or wrong. */
export function googleReports(env: Readonly<Record<string, string | undefined>>, world: ReportWorld, timeout?: number): GoogleReports {
  const credentials = googleCredentials(env);
  const places = googlePlaces(env);
  const ask = askGoogle(() => openReportClient(credentials, places, timeout));
  // The only API that no service account gets at.
  const askForPerson = askGoogle(async () => openReportClient(personCredentials(env), places, timeout));
  const account = 'email' in credentials ? credentials.email : undefined;

  function keep<T>(api: ReportApi, what: string, signal: AbortSignal, call: (client: ReportClient) => Promise<{ data: T }>): Promise<T> {
    const remedies = remediesFor(api, account);
    const patience = {
      random: world.random,
      async wait(milliseconds: number) {
        await world.wait(milliseconds, signal);
        stopWhenAborted(signal, what);
      },
    };
    return patiently(async () => {
      stopWhenAborted(signal, what);
      return (api === 'videos' ? askForPerson : ask)(what, call, remedies);
    }, patience, api === 'analytics' ? FEWER : WAITS);
  }

  return {
    search: (siteUrl, requestBody, signal) => keep('search', `the Search Console property ${siteUrl}`, signal, ({ search }) => search.searchanalytics.query({ siteUrl, requestBody }, { signal })),
    analytics: (property, requestBody, signal) => keep('analytics', `the Analytics property ${property}`, signal, ({ analytics }) => analytics.properties.runReport({ property: `properties/${property}`, requestBody }, { signal })),
    videos: (query, signal) => keep('videos', `the views of ${query.ids?.replace('channel==', 'the YouTube channel ')}`, signal, ({ youtubeAnalytics }) => youtubeAnalytics.reports.query(query, { signal })),
    async channel(id, signal) {
      const { items } = await keep('channel', `the YouTube channel ${id}`, signal, ({ youtube }) => youtube.channels.list({ part: ['statistics'], id: [id], maxResults: 50 }, { signal }));
      return items?.find((one) => one.id === id);
    },
    async cells(spreadsheetId, range, signal) {
      const wish = { spreadsheetId, ranges: [range], majorDimension: 'ROWS', valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };
      const { valueRanges } = await keep('cells', `the spreadsheet ${spreadsheetId}`, signal, ({ sheets }) => sheets.spreadsheets.values.batchGet(wish, { signal }));
      return valueRanges?.[0]?.values ?? [];
    },
    answers: (formId, { page, written }, signal) => keep('answers', `the answers of the form ${formId}`, signal, ({ forms }) => {
      const fields = written ? undefined : 'responses(responseId,createTime),nextPageToken';
      return forms.forms.responses.list({ formId, pageSize: 5000, ...(fields && { fields }), ...(page && { pageToken: page }) }, { signal });
    }),
  };
}

function stopWhenAborted(signal: AbortSignal, what: string): void {
  // No fault that passes: there is nobody any more for whom it could be tried again.
  if (signal.aborted) throw new GoogleFault('odd', `Asking for ${what} took too long and was stopped. What came before is kept; run npm run refresh again.`);
}
