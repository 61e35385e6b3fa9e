import type { Metric } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleReports } from '../google/google-reports.ts';
import { daysBack, earlier, partsBack } from './day-range.ts';
import type { FigureSource } from './figure-source.ts';

const METRICS = ['video-views'] as const satisfies readonly Metric[];

/** Rows a request may give. */
const ROWS = 500;
/** Days: how far back is asked (a channel's whole life), how long figures may change, what is surely whole, and how many are written at once. */
const [KEPT, CHANGING, LAG, PART] = [3650, 10, 3, 90];
/** YouTube counts in days of California. */
const ZONE = 'America/Los_Angeles';

/** Views of a channel's videos by day. Only a person who owns the channel gets them. */
export function youtubeAnalytics({ channel }: { channel: string }, reports: GoogleReports, now: () => number = Date.now): FigureSource {
  return {
    name: 'youtube-analytics',
    trailing: CHANGING,
    reach: KEPT,
    async *read(days, signal) {
      const views = await viewsOf(days.from, days.to, signal);
      const known = [...views.keys()].sort();
      const [first, last] = [known[0], known.at(-1)];
      if (first === undefined || last === undefined) return;
      // The newest days simply do not come, so the last one that came may be half.
      const completeThrough = earlier(last, dayAfter(dayIn(ZONE, new Date(now()).toISOString()), -LAG));
      for (const part of partsBack({ from: first, to: last }, PART)) {
        const figures = [...daysBack(part)].flatMap((day) => {
          const value = views.get(day) ?? (day <= completeThrough ? 0 : undefined);
          return value === undefined ? [] : [{ day, metric: METRICS[0], entity: '', value }];
        });
        yield { kind: 'figures', days: part, metrics: METRICS, figures, ...(completeThrough >= days.from && { completeThrough }) };
      }
    },
  };

  async function viewsOf(startDate: Day, endDate: Day, signal: AbortSignal): Promise<Map<Day, number>> {
    const views = new Map<Day, number>();
    for (let startIndex = 1; ; startIndex += ROWS) {
      const { columnHeaders = [], rows } = await reports.videos({ ids: `channel==${channel}`, dimensions: 'day', metrics: 'views', sort: 'day', startDate, endDate, startIndex, maxResults: ROWS }, signal);
      const column = (name: string) => columnHeaders.findIndex((header) => header.name === name);
      const [dayAt, viewsAt] = [column('day'), column('views')];
      for (const row of rows ?? []) {
        const [day, value] = [row[dayAt] as unknown, row[viewsAt] as unknown];
        if (typeof day !== 'string' || typeof value !== 'number') throw new GoogleFault('odd', 'YouTube Analytics answered with columns that we do not understand. What was known is kept; look for a newer Rostrum.');
        views.set(day, value);
      }
      if ((rows?.length ?? 0) < ROWS) return views;
    }
  }
}
