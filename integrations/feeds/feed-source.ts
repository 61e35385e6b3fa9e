import { dayAfter, dayIn } from '../../src/domain/instant.ts';
import type { FeedSource } from '../../src/domain/source.ts';
import { Refusal } from '../refusal.ts';
import type { FigureSource, Portion } from '../sources/figure-source.ts';
import { FeedFault } from './feed-fault.ts';
import { realWorld, type FeedWorld } from './feed-place.ts';
import { insteadOfFeed, feedText } from './feed-text.ts';
import { fetchFeed, FETCH_LIMITS, type FeedMark } from './fetch-feed.ts';
import { mentionsOf } from './mentions-of.ts';
import { READ_LIMITS, readFeed } from './read-feed.ts';

/** Remembers a feed's marks between two refreshes; the ledger's bookmarks fit. */
export interface FeedMarks {
  bookmark(name: string): Promise<string | undefined>;
  setBookmark(name: string, value: string): Promise<void>;
}

/** Where a feed stands, who we are, and the bounds. */
export interface FeedDesk {
  /** The organisation's own address, whose entries are no mentions. */
  own: string | undefined;
  timeZone: string;
  marks: FeedMarks;
  world: FeedWorld;
  /** Milliseconds since 1970. */
  now(): number;
  limits: { fetch: typeof FETCH_LIMITS; read: typeof READ_LIMITS };
}

/** A desk of the real world; what it is given of another one replaces its own. */
export function feedDesk(own: string | undefined, timeZone: string, other: Partial<FeedDesk> = {}): FeedDesk {
  const marks = new Map<string, string>();
  return { own, timeZone, marks: { bookmark: async (name) => marks.get(name), setBookmark: async (name, value) => void marks.set(name, value) }, world: realWorld, now: Date.now, limits: { fetch: FETCH_LIMITS, read: READ_LIMITS }, ...other };
}

/** A feed of mentions as a source. It holds only its newest entries, so it has to be asked at least daily. */
export function feedSource({ name, url }: FeedSource, desk: FeedDesk): FigureSource {
  return {
    name: `feeds/${name}`,
    trailing: 7,
    reach: 'none',
    async *read(days, signal) {
      const today = dayIn(desk.timeZone, new Date(desk.now()).toISOString());
      const bookmark = `feed ${name}`;
      try {
        const fetched = await fetchFeed(url, markIn(await desk.marks.bookmark(bookmark), url), signal, desk.world, desk.limits.fetch);
        // Today is not over yet.
        const completeThrough = dayAfter(today, -1);
        if (!fetched) {
          yield { kind: 'mentions', days, completeThrough, mentions: [] };
          return;
        }
        const text = feedText(fetched.bytes, fetched.charset);
        const { entries, total } = await readFeed(checked(text), signal, desk.limits.read);
        const { mentions, remarks } = mentionsOf(entries, { own: desk.own, timeZone: desk.timeZone, today });
        const from = mentions.reduce((first, { day }) => (day < first ? day : first), days.from);
        const long = total > entries.length ? [`Only the first ${entries.length} entries were read.`] : [];
        yield { kind: 'mentions', days: { from, to: days.to > today ? days.to : today }, completeThrough, mentions, remarks: [...long, ...remarks] } satisfies Portion;
        // Only now is it written: a mark of what got lost would keep it lost.
        await desk.marks.setBookmark(bookmark, JSON.stringify({ url, ...fetched.mark }));
      } catch (error) {
        throw error instanceof FeedFault ? new Refusal(`The feed “${name}” ${error.message}`) : error;
      }
    },
  };
}

function checked(text: string): string {
  const instead = insteadOfFeed(text);
  if (instead === 'page') throw new FeedFault('is a web page, not a feed. Look on that page for the address of its RSS or Atom feed.');
  if (instead === 'json') throw new FeedFault('is written in JSON. Write the address of its RSS or Atom version.');
  if (instead === 'nothing') throw new FeedFault('is empty. It is asked again next time.');
  return text;
}

/** The mark of the same address; of another one it would hide what is new there. */
function markIn(written: string | undefined, url: string): FeedMark {
  try {
    const { url: at, etag, modified } = JSON.parse(written ?? '') as FeedMark & { url?: string };
    return at === url ? { etag, modified } : {};
  } catch {
    return {};
  }
}
