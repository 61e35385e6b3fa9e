import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/index.js';
import type { youtubeAnalytics_v2 } from 'googleapis/build/src/apis/youtubeAnalytics/index.js';
import { isDay } from '../../../src/domain/instant.ts';
import { parameters, wholeNumber } from './api-wishes.ts';
import type { ReportBook } from './report-book.ts';
import { ApiError } from './reply.ts';

/** `channels.list` of YouTube: counts are texts, and a channel that is not there has no `items`. */
export function listChannels(book: ReportBook, query: URLSearchParams): youtube_v3.Schema$ChannelListResponse {
  parameters(query, ['part', 'id', 'maxResults', 'pageToken', 'hl']);
  if (!query.get('part')) throw new ApiError(400, 'Required parameter: part');
  const ids = query.getAll('id').flatMap((one) => one.split(','));
  if (ids.length === 0) throw new ApiError(400, 'No filter selected. Expected one of: id, mine, forHandle, forUsername');
  wholeNumber('maxResults', query.get('maxResults') ?? '5', 0, 50);
  const items = ids.flatMap((id) => {
    const channel = book.channels.get(id);
    if (!channel) return [];
    const { followers, hidden = false, allViews } = channel;
    return [{ kind: 'youtube#channel', id, statistics: { viewCount: String(allViews), ...(!hidden && { subscriberCount: String(followers) }), hiddenSubscriberCount: hidden, videoCount: '12' } }];
  });
  return { kind: 'youtube#channelListResponse', pageInfo: { totalResults: items.length, resultsPerPage: 5 }, ...(items.length > 0 && { items }) };
}

/** `reports.query` of YouTube Analytics, for views by day; the newest days simply do not come. */
export function queryVideos(book: ReportBook, query: URLSearchParams): youtubeAnalytics_v2.Schema$QueryResponse {
  parameters(query, ['ids', 'dimensions', 'metrics', 'sort', 'startDate', 'endDate', 'startIndex', 'maxResults', 'filters', 'currency']);
  const [startDate, endDate] = [query.get('startDate') ?? '', query.get('endDate') ?? ''];
  const id = /^channel==(MINE|[\w-]+)$/.exec(query.get('ids') ?? '')?.[1];
  if (!id) throw new ApiError(400, 'The query is not supported: ids must be channel==ID or contentOwner==NAME.');
  if (query.get('metrics') !== 'views' || query.get('dimensions') !== 'day') throw new ApiError(400, 'The query is not supported. Check the documentation at https://developers.google.com/youtube/analytics/v2/available_reports for supported queries.');
  if (!isDay(startDate) || !isDay(endDate) || startDate > endDate) throw new ApiError(400, 'Invalid date range: startDate and endDate are required, in the format YYYY-MM-DD.');
  const first = wholeNumber('startIndex', query.get('startIndex') ?? '1', 1, 1e9) - 1;
  const most = wholeNumber('maxResults', query.get('maxResults') ?? '500', 1, 1e9);
  const channel = book.channels.get(id);
  if (!channel?.own) throw new ApiError(403, 'Forbidden', [], {}, 'forbidden');
  const rows = Object.entries(channel.views).filter(([day]) => day >= startDate && day <= endDate).sort(([a], [b]) => (a < b ? -1 : 1)).slice(first, first + most);
  return { kind: 'youtubeAnalytics#resultTable', columnHeaders: [{ name: 'day', columnType: 'DIMENSION', dataType: 'STRING' }, { name: 'views', columnType: 'METRIC', dataType: 'INTEGER' }], ...(rows.length > 0 && { rows }) };
}
