import type { analyticsdata_v1beta } from 'googleapis/build/src/apis/analyticsdata/index.js';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { searchconsole_v1 } from 'googleapis/build/src/apis/searchconsole/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/index.js';
import type { youtubeAnalytics_v2 } from 'googleapis/build/src/apis/youtubeAnalytics/index.js';
import type { Credentials, GooglePlaces, OAuthClient } from './google-settings.ts';

/** The client's parts that we use. */
export interface GoogleClient {
  forms: forms_v1.Forms;
  drive: drive_v3.Drive;
  sheets: sheets_v4.Sheets;
}

/** The client's parts that know figures. */
export interface ReportClient {
  search: searchconsole_v1.Searchconsole;
  analytics: analyticsdata_v1beta.Analyticsdata;
  youtube: youtube_v3.Youtube;
  youtubeAnalytics: youtubeAnalytics_v2.Youtubeanalytics;
  sheets: sheets_v4.Sheets;
  forms: forms_v1.Forms;
}

/** Least rights: looking, making forms as well, or reading figures. */
const SCOPES = {
  look: ['forms.body.readonly', 'forms.responses.readonly', 'drive.metadata.readonly', 'spreadsheets.readonly'],
  make: ['forms.body', 'drive.file'],
  count: ['webmasters.readonly', 'analytics.readonly', 'youtube.readonly', 'yt-analytics.readonly', 'spreadsheets.readonly', 'forms.responses.readonly'],
} as const;

/** Milliseconds until a request is given up; the client itself would wait for ever. */
const TIMEOUT = 30_000;

/**
 * The client for Google's APIs. Only here it is imported, part by part and when it is needed: the whole package takes a second and 100 MB.
 * Retrying is left to `patiently`.
 */
export async function openGoogleClient(credentials: Credentials, places: GooglePlaces, purpose: 'look' | 'make', timeout = TIMEOUT): Promise<GoogleClient> {
  const [{ forms }, { drive }, { sheets }, options] = await Promise.all([
    import('googleapis/build/src/apis/forms/index.js'),
    import('googleapis/build/src/apis/drive/index.js'),
    import('googleapis/build/src/apis/sheets/index.js'),
    optionsFor(credentials, places, purpose, timeout),
  ]);
  return { forms: forms({ version: 'v1', ...options }), drive: drive({ version: 'v3', ...options }), sheets: sheets({ version: 'v4', ...options }) };
}

/** The client for the APIs that figures come from; the same holds as above. */
export async function openReportClient(credentials: Credentials, places: GooglePlaces, timeout = TIMEOUT): Promise<ReportClient> {
  const [{ searchconsole }, { analyticsdata }, { youtube }, { youtubeAnalytics }, { sheets }, { forms }, options] = await Promise.all([
    import('googleapis/build/src/apis/searchconsole/index.js'),
    import('googleapis/build/src/apis/analyticsdata/index.js'),
    import('googleapis/build/src/apis/youtube/index.js'),
    import('googleapis/build/src/apis/youtubeAnalytics/index.js'),
    import('googleapis/build/src/apis/sheets/index.js'),
    import('googleapis/build/src/apis/forms/index.js'),
    optionsFor(credentials, places, 'count', timeout),
  ]);
  return {
    search: searchconsole({ version: 'v1', ...options }), analytics: analyticsdata({ version: 'v1beta', ...options }), youtube: youtube({ version: 'v3', ...options }),
    youtubeAnalytics: youtubeAnalytics({ version: 'v2', ...options }), sheets: sheets({ version: 'v4', ...options }), forms: forms({ version: 'v1', ...options }),
  };
}

async function optionsFor(credentials: Credentials, places: GooglePlaces, purpose: keyof typeof SCOPES, timeout: number) {
  const { auth: entrance } = await import('googleapis/build/src/apis/forms/index.js');
  const scopes = SCOPES[purpose].map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const auth = 'email' in credentials ? new entrance.JWT({ ...credentials, scopes })
    : 'token' in credentials ? new entrance.OAuth2()
    : new entrance.OAuth2({ clientId: credentials.client, clientSecret: credentials.secret, ...(places.apis && { endpoints: { oauth2TokenUrl: `${places.apis}token` } }) });
  // An hour is what such a token lives; whether it does, Google says.
  if ('token' in credentials) auth.setCredentials({ access_token: credentials.token, expiry_date: Date.now() + 3_600_000 });
  else if ('refresh' in credentials) auth.setCredentials({ refresh_token: credentials.refresh });
  // The address that hands out tokens is fixed for keys; with APIs elsewhere, nothing may go to Google.
  else if (auth instanceof entrance.JWT && places.apis) auth.useJWTAccessWithScope = true;
  return { auth, timeout, retry: false, ...(places.apis && { rootUrl: places.apis }) };
}

/** Google's sign-in for our client, its addresses below `places` when they are not Google's own. Loaded when somebody signs in. */
export async function openGoogleIdentity({ id, secret }: OAuthClient, places: Pick<GooglePlaces, 'apis'>, timeout = 10_000) {
  const { auth } = await import('googleapis/build/src/apis/oauth2/index.js');
  const root = places.apis;
  const endpoints = root && { oauth2TokenUrl: `${root}token`, oauth2FederatedSignonPemCertsUrl: `${root}oauth2/v1/certs` };
  return new auth.OAuth2({ clientId: id, clientSecret: secret, transporterOptions: { timeout }, ...(endpoints && { endpoints }) });
}
