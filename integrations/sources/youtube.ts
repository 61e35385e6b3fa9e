import type { Figure, Metric } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { GoogleReports } from '../google/google-reports.ts';
import type { FigureSource, Portion } from './figure-source.ts';

/** Where a source remembers what it saw, between one refresh and the next. */
export interface Notebook {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** What a channel had been viewed when a day began, as far as we looked, and how often it was on the day before. */
interface Seen {
  day: Day;
  start: number;
  before?: number | undefined;
}

/**
 * A channel's followers, and unless YouTube Analytics tells them, its views by day. YouTube only knows how often it was
 * viewed in all, so a day's views are the difference of two looks; where nobody looked for a day, they stay unknown.
 */
export function youtube({ channel, analytics }: { channel: string; analytics: boolean }, timeZone: string, notebook: Notebook, reports: GoogleReports, now: () => number = Date.now): FigureSource {
  const metrics: readonly Metric[] = analytics ? ['followers'] : ['followers', 'video-views'];
  return {
    name: 'youtube',
    trailing: 2,
    reach: 'none',
    async *read(days, signal) {
      const found = await reports.channel(channel, signal);
      if (!found) throw new GoogleFault('missing', `YouTube knows no channel ${channel}. Take the id from YouTube’s advanced settings and write it in content/site.ts.`);
      const { subscriberCount, hiddenSubscriberCount, viewCount } = found.statistics ?? {};
      const today = dayIn(timeZone, new Date(now()).toISOString());
      if (today < days.from || today > days.to) return;
      const remarks = hiddenSubscriberCount ? ['The channel hides how many follow it; show the number in YouTube’s settings to count followers.'] : [];
      const standing: Omit<Figure, 'source'>[] = hiddenSubscriberCount || subscriberCount == null ? [] : [{ day: today, metric: 'followers', entity: '', value: countOf(subscriberCount) }];
      if (analytics) {
        yield { kind: 'figures', days: { from: today, to: today }, metrics, figures: standing, remarks };
        return;
      }
      yield* withViews(today, days.from, standing, countOf(viewCount), remarks);
    },
  };

  async function* withViews(today: Day, from: Day, standing: Omit<Figure, 'source'>[], all: number, remarks: string[]): AsyncGenerator<Portion> {
    const seen = readSeen(await notebook.read());
    const yesterday = dayAfter(today, -1);
    const next: Seen = seen?.day === today ? seen : { day: today, start: all, ...(seen?.day === yesterday && { before: Math.max(0, all - seen.start) }) };
    // YouTube takes views back that it finds were none.
    const start = Math.min(next.start, all);
    await notebook.write(JSON.stringify({ ...next, start }));
    if (seen && seen.day < yesterday) remarks.push(`Nobody looked between ${seen.day} and ${today}, so ${Math.max(0, all - seen.start)} views cannot be given to their days. Refresh once a day.`);
    yield { kind: 'figures', days: { from: today, to: today }, metrics, figures: [...standing, { day: today, metric: 'video-views', entity: '', value: all - start }], remarks, ...(next.before !== undefined && yesterday >= from && { completeThrough: yesterday }) };
    if (next.before !== undefined && yesterday >= from) yield { kind: 'figures', days: { from: yesterday, to: yesterday }, metrics: ['video-views'], figures: [{ day: yesterday, metric: 'video-views', entity: '', value: next.before }], completeThrough: yesterday };
  }
}

function readSeen(text: string | undefined): Seen | undefined {
  if (!text) return undefined;
  const { day, start, before } = JSON.parse(text) as Partial<Seen>;
  return typeof day === 'string' && typeof start === 'number' ? { day, start, before } : undefined;
}

/** Counts come as texts. */
function countOf(written: string | null | undefined): number {
  if (!/^\d{1,15}$/.test(written ?? '')) throw new GoogleFault('odd', 'YouTube wrote a number in a way that we do not understand. What was known is kept; look for a newer Rostrum.');
  return Number(written);
}
