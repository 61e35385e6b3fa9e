import type { Chart } from '../charts/chart.ts';
import type { ReachViewName } from './words/words.ts';

/** A view of the dashboard, all texts in the reader's language and none of them HTML: pages, the report and the digest are drawn from it. */
export interface View {
  name: ReachViewName;
  /** Of which one the view is, below its name: `press/free-internet`. */
  about?: string | undefined;
  title: string;
  intro: string;
  sections: Section[];
}

export interface Section {
  /** Small letters and hyphens, unique on the page. */
  id: string;
  title: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'text'; paragraphs: string[]; soft?: boolean | undefined }
  | { kind: 'cards'; cards: Card[] }
  | { kind: 'totals'; totals: Total[] }
  | { kind: 'chart'; chart: Chart; bare?: boolean | undefined }
  | { kind: 'table'; table: Table }
  | { kind: 'funnel'; steps: FunnelStep[] }
  | { kind: 'choice'; name: string; links: { text: string; href: string; current: boolean }[] }
  | { kind: 'more'; summary: string; blocks: Block[] };

/** A finding: the sentence first, then why, then how sure. */
export interface Card {
  title: string;
  lines: string[];
  sure?: string | undefined;
  tone: 'up' | 'down' | 'even' | 'verdict';
}

/** A number with what it is compared with. */
export interface Total {
  name: string;
  value: string;
  notes: string[];
}

export interface Table {
  /** Names its CSV; unique on the page. */
  id: string;
  caption: string;
  /** Names of columns; those of numbers stand at the end of their cells. */
  head: { text: string; number?: boolean | undefined; /** A name that no other column has, for its CSV. */ full?: string | undefined }[];
  rows: Cell[][];
}

export interface Cell {
  text: string;
  /** The same for a spreadsheet: a number, or text by ISO 8601. */
  raw?: number | string | undefined;
  href?: string | undefined;
  /** In another language than the page. */
  lang?: string | undefined;
  /** In the page’s language, before it. */
  before?: string | undefined;
  trouble?: boolean | undefined;
}

export interface FunnelStep {
  name: string;
  value: string;
  /** Part of the first step, 0 to 1. */
  share: number;
  note: string;
}

/** Every chart of a view. */
export function chartsOf(blocks: readonly Block[]): Chart[] {
  return blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : block.kind === 'more' ? chartsOf(block.blocks) : []));
}

/** Every table of a view. */
export function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : block.kind === 'more' ? tablesOf(block.blocks) : []));
}
