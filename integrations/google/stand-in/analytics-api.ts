import type { analyticsdata_v1beta } from 'googleapis/build/src/apis/analyticsdata/index.js';
import { isDay } from '../../../src/domain/instant.ts';
import { fields, wholeNumber } from './api-wishes.ts';
import type { PlantedViews, ReportBook } from './report-book.ts';
import { ApiError } from './reply.ts';

const DIMENSIONS: Record<string, (row: PlantedViews) => string> = {
  date: ({ day }) => day.replaceAll('-', ''),
  pagePath: ({ path }) => path,
  sessionCampaignName: ({ campaign }) => campaign ?? '(not set)',
  sessionSource: ({ source }) => source ?? '(direct)',
};

/** `properties.runReport` of Analytics 4: every value is a text, and without rows neither `rows` nor `rowCount` is there. */
export function runReport(book: ReportBook, id: string, body: unknown): analyticsdata_v1beta.Schema$RunReportResponse {
  const planted = book.analytics.get(id);
  if (!planted?.shared) throw new ApiError(403, 'User does not have sufficient permissions for this property. To learn more about Property ID, see https://developers.google.com/analytics/devguides/reporting/data/v1/property-id.');
  const { dateRanges, dimensions = [], metrics, limit, offset } = fields<analyticsdata_v1beta.Schema$RunReportRequest>(body, ['dateRanges', 'dimensions', 'metrics', 'limit', 'offset', 'orderBys', 'keepEmptyRows', 'returnPropertyQuota']);
  const [range, ...more] = dateRanges ?? [];
  if (!range || more.length > 0) throw new ApiError(400, 'A dateRange is required.');
  if (!isDay(range.startDate ?? '') || !isDay(range.endDate ?? '')) throw new ApiError(400, 'Invalid startDate or endDate. Accepted formats are YYYY-MM-DD, NdaysAgo, yesterday, or today.');
  if (range.startDate! > range.endDate!) throw new ApiError(400, 'startDate must be before or the same as endDate.');
  if (range.startDate! < '2015-08-14') throw new ApiError(400, 'startDate must not be before 2015-08-14.');
  const names = dimensions.map(({ name }) => name ?? '');
  const unknown = names.find((name) => !Object.hasOwn(DIMENSIONS, name));
  if (unknown !== undefined) throw new ApiError(400, `Field ${unknown} is not a valid dimension. For a list of valid dimensions and metrics, see https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema`);
  if (metrics?.length !== 1 || metrics[0]!.name !== 'screenPageViews') throw new ApiError(400, `Field ${metrics?.[0]?.name ?? ''} is not a valid metric. For a list of valid dimensions and metrics, see https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema`);
  const most = Math.min(wholeNumber('limit', limit ?? '10000', 1, 1e9), 250_000);
  const start = wholeNumber('offset', offset ?? '0', 0, 1e12);
  const sums = new Map<string, { values: string[]; views: number }>();
  for (const row of planted.rows.filter(({ day }) => day >= range.startDate! && day <= range.endDate!)) {
    const values = names.map((name) => DIMENSIONS[name]!(row));
    const sum = sums.get(values.join('\n'));
    if (sum) sum.views += row.views;
    else sums.set(values.join('\n'), { values, views: row.views });
  }
  const all = [...sums.values()].sort((a, b) => b.views - a.views);
  const rows = all.slice(start, start + most).map(({ values, views }) => ({ dimensionValues: values.map((value) => ({ value })), metricValues: [{ value: String(views) }] }));
  return {
    dimensionHeaders: names.map((name) => ({ name })), metricHeaders: [{ name: 'screenPageViews', type: 'TYPE_INTEGER' }], ...(rows.length > 0 && { rows }), ...(all.length > 0 && { rowCount: all.length }),
    metadata: { currencyCode: 'EUR', timeZone: planted.timeZone, ...(planted.sampled && { samplingMetadatas: [{ samplesReadCount: '500000', samplingSpaceSize: '15000000' }] }), ...(planted.thresholds && { subjectToThresholding: true }), ...(planted.otherRow && { dataLossFromOtherRow: true }) },
    kind: 'analyticsData#runReport',
  };
}
