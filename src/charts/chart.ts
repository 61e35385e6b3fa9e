import type { Day } from '../domain/instant.ts';

/** What a chart shows; picture, table, CSV and moving picture are all drawn from it. Texts are in the reader's language. */
export interface Chart {
  /** Small letters and hyphens, unique on its page: also the name of its files. */
  id: string;
  /** What it shows. */
  title: string;
  /** What it tells, in one or two sentences: for everybody, and all that some people get. */
  finding: string;
  /** What is counted, for the axis and the table: “Gifts a week”. */
  unit: string;
  /** First and last day of the axis, both included. */
  from: Day;
  to: Day;
  lines: ChartLine[];
  marks: ChartMark[];
  bands: ChartBand[];
  /** A level to reach, with its name. */
  target?: { value: number; name: string } | undefined;
  /** From here on something is counted in another way. */
  breaks: { at: Day; text: string }[];
  /** Values are hundredths of this currency. */
  currency?: string | undefined;
  /** The axis shows the points’ own names instead of months. */
  axis?: 'names' | undefined;
  /** Ends of the scale that are not chosen by the values, for pictures that are to be compared. */
  least?: number | undefined;
}

export interface ChartLine {
  name: string;
  /** One point a period, in the order of time, named by the first day. */
  points: ChartPoint[];
  /** The same period of an earlier year is drawn faintly. */
  before?: boolean | undefined;
  /** A band around a line, by the place of a point: from, to. */
  range?: [number, number][] | undefined;
}

export interface ChartPoint {
  at: Day;
  /** Null when nobody knows, or when the number is too small to be shown. */
  value: number | null;
  /** What stands instead of it: `<5`. */
  shown?: string | undefined;
  /** Name of the period where it is no day or week: for windows around events, `-2`. */
  name?: string | undefined;
  /** The same for the axis. */
  short?: string | undefined;
}

export type MarkKind = 'press' | 'fact-check' | 'petition' | 'event' | 'other';

/** Something that happened on a day. */
export interface ChartMark {
  at: Day;
  kind: MarkKind;
  title: string;
  /** Language of the title, where it is not that of the page. */
  lang?: string | undefined;
  href?: string | undefined;
}

/** Days that belong together, such as a season. */
export interface ChartBand {
  from: Day;
  to: Day;
  name: string;
}
