import type { Remedies } from './google-answer.ts';

/** The APIs that figures come from. */
export type ReportApi = 'search' | 'analytics' | 'videos' | 'channel' | 'cells' | 'answers';

const API_NAME: Record<ReportApi, string> = {
  search: 'Google Search Console API', analytics: 'Google Analytics Data API', videos: 'YouTube Analytics API', channel: 'YouTube Data API v3', cells: 'Google Sheets API', answers: 'Google Forms API',
};

/** What to do about an API's refusals; `account` is the address of our service account, which is no secret: it is made for sharing with. */
export function remediesFor(api: ReportApi, account = 'the account of our credentials'): Remedies {
  const refused = 'Check what “sources” in content/site.ts says about it.';
  const off = `Open “APIs & Services” there and switch on the ${API_NAME[api]}.`;
  switch (api) {
    case 'search':
      return { off, refused, forbidden: `Write the property in content/site.ts exactly as Search Console names it, and add ${account} there as a full user.`, missing: 'Write the property in content/site.ts exactly as Search Console names it.' };
    case 'analytics':
      return { off, refused, forbidden: `Give ${account} the role Viewer in Analytics, under Property access management.`, missing: 'Take the number from Analytics, Admin, Property details.' };
    case 'videos':
      return { off, refused, forbidden: 'YouTube Analytics only answers a person who owns the channel, never a service account: use a GOOGLE_ACCESS_TOKEN of that person, or set youtube.analytics to false in content/site.ts.', missing: 'Take the id from YouTube’s advanced settings.' };
    case 'channel':
      return { off, refused, forbidden: 'Check the id of the channel in content/site.ts.', missing: 'Take the id from YouTube’s advanced settings.' };
    case 'cells':
      return { off, refused, forbidden: `Share it as a reader with ${account}.`, missing: 'Use the id between /d/ and /edit in its address.' };
    case 'answers':
      return { off, refused, forbidden: `Share it as an editor with ${account}.`, missing: 'Use the id from its edit address, …/forms/d/<id>/edit; the one after /d/e/ is another.' };
  }
}
