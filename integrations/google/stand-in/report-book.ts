import type { Day } from '../../../src/domain/instant.ts';

/** A page found in searches on a day. */
export interface PlantedPage {
  page: string;
  clicks: number;
  impressions: number;
}

/** A property of Search Console: `total` also counts what no page tells. */
export interface PlantedSite {
  shared: boolean;
  day(day: Day): { total: { clicks: number; impressions: number }; pages: readonly PlantedPage[] } | undefined;
  /** From this day on Google is still counting. */
  incomplete?: Day | undefined;
}

export interface PlantedViews {
  day: Day;
  path: string;
  campaign?: string;
  source?: string;
  views: number;
}

/** A property of Analytics 4. */
export interface PlantedProperty {
  shared: boolean;
  timeZone: string;
  rows: readonly PlantedViews[];
  sampled?: boolean | undefined;
  thresholds?: boolean | undefined;
  otherRow?: boolean | undefined;
}

/** A channel; `views` by day without the newest days, as YouTube Analytics gives them. */
export interface PlantedChannel {
  /** Whether whoever asks owns it. */
  own: boolean;
  followers: number;
  hidden?: boolean | undefined;
  allViews: number;
  views: Readonly<Record<Day, number>>;
}

/** A cell as Sheets keeps it; a day is a number with the format of one. */
export type PlantedCell = string | number | boolean | null | { serial: number };

/** A spreadsheet, whose tables stand under their names: `Gifts`. */
export interface PlantedSpreadsheet {
  shared: boolean;
  tables: Readonly<Record<string, readonly (readonly PlantedCell[])[]>>;
}

/** All that a stand-in knows of figures, and how often it may still be asked. */
export interface ReportBook {
  search: Map<string, PlantedSite>;
  analytics: Map<string, PlantedProperty>;
  channels: Map<string, PlantedChannel>;
  spreadsheets: Map<string, PlantedSpreadsheet>;
  /** Requests until the quota is used up. */
  left: number;
  /** Permissions of people that still hold; each is worth the token of the same name. */
  permissions: Set<string>;
}

export const reportBook = (): ReportBook => ({ search: new Map(), analytics: new Map(), channels: new Map(), spreadsheets: new Map(), left: Infinity, permissions: new Set() });

/** A property of Search Console from rows; totals are the sums of pages, and what is hidden beside them. */
export function plantedSite(pages: readonly (PlantedPage & { day: Day })[], hidden: Readonly<Record<Day, { clicks: number; impressions: number }>> = {}, incomplete?: Day): PlantedSite {
  const days = new Map<Day, { total: { clicks: number; impressions: number }; pages: PlantedPage[] }>();
  const entry = (day: Day) => {
    let found = days.get(day);
    if (!found) days.set(day, (found = { total: { clicks: 0, impressions: 0 }, pages: [] }));
    return found;
  };
  for (const { day, ...page } of pages) {
    const { total, pages: list } = entry(day);
    list.push(page);
    total.clicks += page.clicks;
    total.impressions += page.impressions;
  }
  for (const [day, { clicks, impressions }] of Object.entries(hidden)) {
    const { total } = entry(day);
    total.clicks += clicks;
    total.impressions += impressions;
  }
  return { shared: true, incomplete, day: (day) => days.get(day) };
}
