import type { Figure, Metric, Stretch } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import { entitiesOfPage } from '../../src/domain/page-entity.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleReports, SearchQuery } from '../google/google-reports.ts';
import { daysBack, earlier } from './day-range.ts';
import type { FigureSource, Portion } from './figure-source.ts';
import { tally, type Tally } from './tally.ts';

const METRICS = ['search-clicks', 'search-impressions'] as const satisfies readonly Metric[];

/** Rows a request may ask for, and rows that Google keeps for a day and kind of search. */
const [ROWS, ROWS_A_DAY] = [25_000, 50_000];
/** Days: Google keeps sixteen months; its newest figures still change, and are whole after two or three days. */
const [KEPT, CHANGING, LAG] = [480, 10, 3];
/** Search Console counts in days of California. */
const ZONE = 'America/Los_Angeles';

interface Counts {
  clicks: number;
  impressions: number;
}

/**
 * Clicks and impressions in Google's search, a day at a time. The total is asked for apart, by property: it also holds what
 * pages with few searches leave out, and shows a page of ours that stands twice in a result once.
 */
export function searchConsole({ site }: { site: string }, languages: readonly string[], reports: GoogleReports, now: () => number = Date.now): FigureSource {
  return {
    name: 'search-console',
    trailing: CHANGING,
    reach: KEPT,
    async *read(days, signal) {
      const today = dayIn(ZONE, new Date(now()).toISOString());
      const stretch = { from: days.from, to: earlier(days.to, today) };
      if (stretch.to < stretch.from) return;
      const { totals, incomplete } = await totalsOf(stretch, signal);
      const first = [...totals.keys()].sort()[0];
      if (first === undefined) return;
      const whole = incomplete ? dayAfter(incomplete, -1) : dayAfter(today, -LAG);
      const completeThrough = earlier(whole, stretch.to);
      for (const day of daysBack({ from: first, to: stretch.to })) {
        const total = totals.get(day) ?? (day <= whole ? { clicks: 0, impressions: 0 } : undefined);
        // Still unknown.
        if (!total) continue;
        yield { ...(await portionOf(day, total, signal)), ...(completeThrough >= stretch.from && { completeThrough }) };
      }
    },
  };

  async function totalsOf({ from, to }: Stretch, signal: AbortSignal): Promise<{ totals: Map<Day, Counts>; incomplete: Day | undefined }> {
    const query: SearchQuery = { startDate: from, endDate: to, dimensions: ['date'], aggregationType: 'byProperty', dataState: 'all', rowLimit: ROWS };
    const { rows = [], metadata } = await reports.search(site, query, signal);
    return { totals: new Map(rows.flatMap(({ keys, clicks, impressions }) => (keys?.[0] ? [[keys[0], { clicks: clicks ?? 0, impressions: impressions ?? 0 }] as const] : []))), incomplete: metadata?.firstIncompleteDate ?? undefined };
  }

  async function portionOf(day: Day, total: Counts, signal: AbortSignal): Promise<Portion> {
    const sums = tally();
    addCounts(sums, day, '', total);
    const pages = total.impressions > 0 ? await pagesOf(day, signal) : new Map<string, Counts>();
    if (total.clicks > 0 && pages.size === 0) throw new GoogleFault('odd', `Search Console tells of ${total.clicks} clicks on ${day} and of no page that was clicked. What was known is kept; run npm run refresh again later.`);
    for (const [page, counts] of pages) {
      const { story, lang } = entitiesOfPage(page, languages);
      addCounts(sums, day, story, counts);
      addCounts(sums, day, lang, counts);
    }
    return {
      kind: 'figures', days: { from: day, to: day }, metrics: METRICS, figures: sums.figures() satisfies Omit<Figure, 'source'>[],
      ...(pages.size >= ROWS_A_DAY && { remarks: [`On ${day} more than ${ROWS_A_DAY} pages were found in searches; Google tells of no more, so the figures by story leave some out.`] }),
    };
  }

  /** By address, so that a row that comes twice counts once. */
  async function pagesOf(day: Day, signal: AbortSignal): Promise<Map<string, Counts>> {
    const pages = new Map<string, Counts>();
    for (let startRow = 0; ; startRow += ROWS) {
      const { rows = [] } = await reports.search(site, { startDate: day, endDate: day, dimensions: ['page'], dataState: 'all', rowLimit: ROWS, startRow }, signal);
      for (const { keys, clicks, impressions } of rows) if (keys?.[0]) pages.set(keys[0], { clicks: clicks ?? 0, impressions: impressions ?? 0 });
      // A page that is not full is the last one.
      if (rows.length < ROWS) return pages;
    }
  }
}

function addCounts(sums: Tally, day: Day, entity: string | undefined, { clicks, impressions }: Counts): void {
  sums.add(day, 'search-clicks', entity, clicks);
  sums.add(day, 'search-impressions', entity, impressions);
}
