import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { googleReports } from '../../integrations/google/google-reports.ts';
import { CHANNEL, GIFTS, plantedGoogle, PROPERTY, SITE } from '../sources/planted-google.ts';

const SEARCH = `/webmasters/v3/sites/${encodeURIComponent(SITE)}/searchAnalytics/query`;
const ANALYTICS = `/v1beta/properties/${PROPERTY}:runReport`;
const days = { startDate: '2026-11-10', endDate: '2026-11-20' };
const report = { dateRanges: [days], dimensions: [{ name: 'date' }], metrics: [{ name: 'screenPageViews' }] };
const videos = (more: Record<string, string> = {}) => `/v2/reports?${new URLSearchParams({ ids: `channel==${CHANNEL}`, dimensions: 'day', metrics: 'views', ...days, ...more }).toString()}`;
const cells = (more: Record<string, string> = {}, id = GIFTS) => `/v4/spreadsheets/${id}/values:batchGet?${new URLSearchParams({ ranges: 'Gifts!A1:C3', ...more }).toString()}`;

async function desk() {
  const world = await plantedGoogle();
  const call = async (method: string, path: string, body?: unknown, token = 'any') => {
    const response = await fetch(`${world.google.apis}${path}`, { method, headers: { authorization: `Bearer ${token}` }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> & { error?: { message: string; status: string; details?: unknown[]; errors?: { reason: string }[] } } };
  };
  return { ...world, call };
}

describe('the stand-in refuses what Google’s APIs for figures refuse', () => {
  test.each<[string, number, string, string, unknown]>([
    ['a property by another name', 403, 'POST', SEARCH.replace('sc-domain', 'sc-domains'), { ...days }],
    ['a query without days', 400, 'POST', SEARCH, { dimensions: ['date'] }],
    ['days in the wrong order', 400, 'POST', SEARCH, { startDate: '2026-11-20', endDate: '2026-11-10' }],
    ['more rows than a request may give', 400, 'POST', SEARCH, { ...days, rowLimit: 25_001 }],
    ['a row before the first', 400, 'POST', SEARCH, { ...days, startRow: -1 }],
    ['a dimension that is none', 400, 'POST', SEARCH, { ...days, dimensions: ['month'] }],
    ['pages added up by property', 400, 'POST', SEARCH, { ...days, dimensions: ['page'], aggregationType: 'byProperty' }],
    ['a wish that is unknown', 400, 'POST', SEARCH, { ...days, orderBy: 'clicks' }],
    ['a search by GET', 404, 'GET', SEARCH, undefined],
    ['somebody else’s property', 403, 'POST', ANALYTICS.replace(PROPERTY, '999999'), report],
    ['a report about no days', 400, 'POST', ANALYTICS, { ...report, dateRanges: [] }],
    ['a report before 2015', 400, 'POST', ANALYTICS, { ...report, dateRanges: [{ ...days, startDate: '2014-01-01' }] }],
    ['a dimension by its old name', 400, 'POST', ANALYTICS, { ...report, dimensions: [{ name: 'ga:date' }] }],
    ['a metric that is none', 400, 'POST', ANALYTICS, { ...report, metrics: [{ name: 'visits' }] }],
    ['a limit of nothing', 400, 'POST', ANALYTICS, { ...report, limit: '0' }],
    ['a channel of somebody else', 403, 'GET', videos({ ids: 'channel==UCother' }), undefined],
    ['a channel without its kind', 400, 'GET', videos({ ids: CHANNEL }), undefined],
    ['views by month', 400, 'GET', videos({ dimensions: 'month' }), undefined],
    ['the row before the first of YouTube', 400, 'GET', videos({ startIndex: '0' }), undefined],
    ['a channel without saying which part', 400, 'GET', `/youtube/v3/channels?id=${CHANNEL}`, undefined],
    ['no channel', 400, 'GET', '/youtube/v3/channels?part=statistics', undefined],
    ['a table that is not there', 400, 'GET', cells({ ranges: 'Gift!A1:C3' }), undefined],
    ['cells shown in a way that is none', 400, 'GET', cells({ valueRenderOption: 'RAW' }), undefined],
    ['a spreadsheet that is not there', 404, 'GET', cells({}, 'another-spreadsheet-000000000'), undefined],
  ])('%s', async (_, status, method, path, body) => {
    const { call } = await desk();
    expect(await call(method, path, body)).toMatchObject({ status, body: { error: { code: status, message: expect.any(String) as string } } });
  });

  test('a token that was made for something else, in the words that Google uses', async () => {
    const { call } = await desk();
    expect(await call('POST', ANALYTICS, report, 'scopes:webmasters.readonly')).toMatchObject({ status: 403, body: { error: { status: 'PERMISSION_DENIED', details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] } } });
    expect((await call('POST', SEARCH, days, 'scopes:webmasters.readonly')).status).toBe(200);
  });

  test('whoever asks too often', async () => {
    const { call, google } = await desk();
    google.reports.left = 1;
    expect([(await call('GET', videos())).status, (await call('GET', videos())).status]).toEqual([200, 429]);
  });
});

describe('the stand-in answers in Google’s shapes', () => {
  test('days without rows are absent, and so is the list of rows when there is none', async () => {
    const { call } = await desk();
    const { body } = await call('POST', SEARCH, { startDate: '2020-01-01', endDate: '2020-02-01', dimensions: ['date'] });
    expect(body).not.toHaveProperty('rows');
    expect((await call('POST', ANALYTICS, { ...report, dateRanges: [{ startDate: '2020-01-01', endDate: '2020-02-01' }] })).body).not.toHaveProperty('rowCount');
  });

  test('newest days of a search are only told when they are asked for, with where they begin', async () => {
    const { call } = await desk();
    const last = async (dataState: string) => (await call('POST', SEARCH, { startDate: '2026-11-18', endDate: '2026-11-23', dimensions: ['date'], dataState })).body as { rows: { keys: string[] }[]; metadata?: unknown };
    const [final, all] = [await last('final'), await last('all')];
    expect([final.rows.at(-1)!.keys, final.metadata, all.metadata]).toEqual([['2026-11-20'], undefined, { firstIncompleteDate: '2026-11-21' }]);
    expect(all.rows.length).toBeGreaterThan(final.rows.length);
  });

  test('numbers of Analytics and YouTube are texts, and days have no hyphens', async () => {
    const { call } = await desk();
    const { rows } = (await call('POST', ANALYTICS, report)).body as { rows: { dimensionValues: { value: string }[]; metricValues: { value: string }[] }[] };
    expect([rows[0]!.dimensionValues[0]!.value, rows[0]!.metricValues[0]!.value]).toEqual([expect.stringMatching(/^\d{8}$/), expect.stringMatching(/^\d+$/)]);
    expect((await call('GET', `/youtube/v3/channels?part=statistics&id=${CHANNEL}`)).body).toMatchObject({ items: [{ statistics: { viewCount: expect.stringMatching(/^\d+$/) as string } }] });
  });

  test('cells at an end are cut off; formatted they are texts as a reader of Dutch sees them', async () => {
    const { call, google } = await desk();
    google.reports.spreadsheets.set(GIFTS, { shared: true, tables: { Gifts: [['a', 'b', 'c'], [{ serial: 46349 }, 1250.5, ''], ['', '', ''], ['', null]] } });
    const values = async (more: Record<string, string>) => ((await call('GET', cells({ ranges: 'Gifts', ...more }))).body as { valueRanges: { values: unknown[][] }[] }).valueRanges[0]!.values;
    expect(await values({ valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' })).toEqual([['a', 'b', 'c'], [46349, 1250.5]]);
    expect((await values({}))[1]).toEqual(['23-11-2026', '€\u00a01.250,50']);
  });

  test('figures are planted over the network, for other programs; what cannot be is told', async () => {
    const { call } = await desk();
    const plant = (body: unknown) => call('PUT', '/stand-in/figures', body);
    expect((await plant({ analytics: { 7654321: { rows: [{ day: '2026-11-20', path: '/en/', views: 3 }] } } })).status).toBe(200);
    expect((await call('POST', ANALYTICS.replace(PROPERTY, '7654321'), report)).body).toMatchObject({ rows: [{ metricValues: [{ value: '3' }] }] });
    expect((await plant({ views: 3 })).body).toMatchObject({ error: '“views” cannot be planted; there are search, analytics, channels, spreadsheets, left.' });
    expect((await call('GET', '/stand-in')).body).toMatchObject({ figures: { analytics: [PROPERTY, '7654321'] } });
  });
});

test('a person’s permission lets us at YouTube Analytics, and when it has ended, that is told', async () => {
  const { google } = await desk();
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-key-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'person.json'), JSON.stringify({ type: 'authorized_user', client_id: 'a.apps.example', client_secret: 'hush', refresh_token: 'scopes:yt-analytics.readonly' }));
  const reports = () => googleReports({ GOOGLE_ACCESS_TOKEN: 'scopes:webmasters.readonly', GOOGLE_PERSON_CREDENTIALS: join(folder, 'person.json'), GOOGLE_APIS_URL: google.apis }, { random: () => 0, wait: async () => undefined });
  const wish = { ids: `channel==${CHANNEL}`, dimensions: 'day', metrics: 'views', ...days };
  const { signal } = new AbortController();
  google.reports.permissions.add('scopes:yt-analytics.readonly');
  expect((await reports().videos(wish, signal)).rows?.length).toBeGreaterThan(0);
  expect((await reports().search(SITE, days, signal)).rows?.length).toBeGreaterThan(0);
  google.reports.permissions.clear();
  const ended = await reports().videos(wish, signal).catch((error: Error) => error.message);
  expect(ended).toMatch(/permission that a person gave us has ended .* it ends after seven days\.$/);
  expect(ended).not.toMatch(/hush/);
});

test('the key of a service account lets us at figures, for which it asks no more than to read', async () => {
  const { google } = await desk();
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-key-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  await writeFile(join(folder, 'key.json'), JSON.stringify({ type: 'service_account', client_email: 'reader@project.example', private_key: privateKey }));
  const reports = googleReports({ GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'key.json'), GOOGLE_APIS_URL: google.apis }, { random: () => 0, wait: async () => undefined });
  const { signal } = new AbortController();
  expect((await reports.search(SITE, { ...days, dimensions: ['date'] }, signal)).rows?.length).toBeGreaterThan(0);
  expect((await reports.cells(GIFTS, 'Gifts!A1:C3', signal)).length).toBe(3);
  google.reports.search.get(SITE)!.shared = false;
  await expect(reports.search(SITE, days, signal)).rejects.toThrow('add reader@project.example there as a full user');
});
