/** What a spreadsheet of ours may hold: gifts, or numbers of people and hours. */
export const SHEET_HOLDINGS = ['gifts', 'applications', 'volunteers', 'volunteer-hours'] as const;
export type SheetHolding = (typeof SHEET_HOLDINGS)[number];

/** The order of day, month and year where a day was typed as a text. */
export const DAY_FORMATS = ['d/m/y', 'm/d/y', 'y/m/d'] as const;
export type DayFormat = (typeof DAY_FORMATS)[number];

/** What a column of a spreadsheet may tell, each named by its header. */
export const SHEET_COLUMNS = ['day', 'id', 'amount', 'refunded', 'currency', 'kind', 'campaign', 'language', 'number'] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** A table in Google Sheets, one row a gift, an application or a number. */
export interface SheetSource {
  /** Last part of the source's name, `sheets/<name>`. */
  name: string;
  holds: SheetHolding;
  /** The id in its address. */
  spreadsheet: string;
  /** In A1 notation, with the row of headers first: `Gifts!A1:F`. */
  range: string;
  columns: { day: string } & { [column in Exclude<SheetColumn, 'day'>]?: string | undefined };
  /** Without it, days that were typed as a text are only read as year-month-day. */
  dayFormat?: DayFormat | undefined;
  /** ISO 4217, for rows without a currency of their own. */
  currency?: string | undefined;
  /** Words of the column `kind` for gifts that come again by themselves. */
  monthly: string[];
}

/** A Google Form on which people offer to volunteer; only counted. */
export interface FormSource {
  /** Last part of the source's name, `forms/<name>`. */
  name: string;
  /** The edit id. */
  form: string;
  /** Ids of the questions that hold the language and the campaign's code. */
  questions?: { language?: string | undefined; campaign?: string | undefined } | undefined;
}

/** A feed in which others write about us. */
export interface FeedSource {
  /** Last part of the source's name, `feeds/<name>`. */
  name: string;
  url: string;
}

/** Where figures of reach come from, as `content/site.ts` names them; none is needed. */
export interface Sources {
  /** `https://example.org/` or `sc-domain:example.org`, exactly as Search Console names the property. */
  searchConsole?: { site: string } | undefined;
  /** The number of a Google Analytics 4 property. */
  analytics?: { property: string } | undefined;
  /** With `analytics`, views of videos come from YouTube Analytics, which only lets a person at them. */
  youtube?: { channel: string; analytics: boolean } | undefined;
  sheets: SheetSource[];
  forms: FormSource[];
  feeds: FeedSource[];
}
