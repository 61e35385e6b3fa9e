import { plantedSite, type PlantedChannel, type PlantedProperty, type PlantedSpreadsheet, type ReportBook } from './report-book.ts';

const KINDS = ['search', 'analytics', 'channels', 'spreadsheets', 'left'] as const;

type Named<T> = Readonly<Record<string, T>>;

/** What may be sent to be planted, each by its name at Google; what is named takes the place of what was there. */
export interface Planting {
  search?: Named<{ pages?: Parameters<typeof plantedSite>[0]; hidden?: Parameters<typeof plantedSite>[1]; incomplete?: string; shared?: boolean }>;
  analytics?: Named<Partial<PlantedProperty>>;
  channels?: Named<Partial<PlantedChannel>>;
  spreadsheets?: Named<Partial<PlantedSpreadsheet>>;
  left?: number;
}

/** Plants figures; a sentence about what cannot be planted, and then nothing is. */
export function plantFigures(book: ReportBook, body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return `Send an object with any of ${KINDS.join(', ')}.`;
  const unknown = Object.keys(body).find((name) => !KINDS.includes(name as (typeof KINDS)[number]));
  if (unknown !== undefined) return `“${unknown}” cannot be planted; there are ${KINDS.join(', ')}.`;
  const { search = {}, analytics = {}, channels = {}, spreadsheets = {}, left } = body as Planting;
  const wrong = [search, analytics, channels, spreadsheets].find((kind) => typeof kind !== 'object' || Object.values(kind).some((one) => typeof one !== 'object' || one === null));
  if (wrong !== undefined) return 'Everything that is planted needs its name at Google and an object: {"analytics": {"301234567": {"rows": [{"day": "2026-11-20", "path": "/en/", "views": 3}]}}}.';
  if (left !== undefined && !(Number.isInteger(left) && left >= 0)) return '“left” must be a whole number of requests.';
  for (const [name, { pages = [], hidden, incomplete, shared = true }] of Object.entries(search)) book.search.set(name, { ...plantedSite(pages, hidden, incomplete), shared });
  for (const [name, property] of Object.entries(analytics)) book.analytics.set(name, { shared: true, timeZone: 'Europe/Amsterdam', rows: [], ...property });
  for (const [name, channel] of Object.entries(channels)) book.channels.set(name, { own: true, followers: 0, allViews: 0, views: {}, ...channel });
  for (const [name, spreadsheet] of Object.entries(spreadsheets)) book.spreadsheets.set(name, { shared: true, tables: {}, ...spreadsheet });
  if (left !== undefined) book.left = left;
  return undefined;
}
