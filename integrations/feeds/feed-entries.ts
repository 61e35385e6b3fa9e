import Parser from 'rss-parser';
import { feedDate } from './feed-date.ts';
import type { FeedEntry, FeedReading } from './feed-entry.ts';
import { mended } from './feed-text.ts';
import { plainAddress, plainTitle, withoutTags } from './plain-title.ts';

/** Entries that are looked at, from the first on, which is the newest one. */
const MOST = 2000;

/** Elements by name, as the parser hands them on: each name has a list of texts, or of groups with attributes in `$`. */
type Group = { [name: string]: unknown } & { $?: Record<string, string> | undefined };

/** Parts of the parser that are replaced: it gives up on a whole feed for one entry, and prepares texts that nobody here reads. */
interface Insides {
  parseString(xml: string): Promise<{ items: FeedEntry[] }>;
  buildAtomFeed(whole: { feed: Group }): unknown;
  parseItemAtom(entry: Group): FeedEntry;
  parseItemRss(item: Group, fields: unknown): FeedEntry;
  decorateItunes(): void;
}

/** Reads RSS (0.9, 1, 2) and Atom. Runs in a thread of its own, because a feed can be made to take any time and memory. */
export async function feedEntries(xml: string): Promise<FeedReading> {
  const parser = new Parser({
    defaultRSS: 2,
    xml2js: {
      valueProcessors: [(value: string) => withoutTags(value.slice(0, 4000))],
      // Some write atom: before every name of an Atom feed.
      ...(/<atom:feed[\s>]/.test(xml.slice(0, 2000)) && { tagNameProcessors: [(name: string) => name.replace(/^atom:/, '')] }),
    },
  }) as unknown as Insides;
  const { buildAtomFeed, parseItemAtom, parseItemRss } = parser;
  const orNothing = (read: () => FeedEntry): FeedEntry => {
    try {
      return read();
    } catch {
      return { id: '', title: '', link: '', date: '', source: '' };
    }
  };
  Object.assign(parser, {
    buildAtomFeed: ({ feed }) => buildAtomFeed.call(parser, { feed: { entry: groups(feed['entry']).slice(0, MOST + 1) } }),
    parseItemAtom: (entry) => orNothing(() => {
      const link = groups(entry['link']).filter(({ $ }) => $).map(({ $ }) => ({ $: { ...$, rel: $!['rel'] ?? 'alternate' } }));
      const read = parseItemAtom.call(parser, { link }) as unknown as { link?: unknown };
      return entryOf({ id: entry['id'], title: entry['title'], link: read.link, date: [entry['published'], entry['updated']], source: '' });
    }),
    parseItemRss: (item, fields) => orNothing(() => {
      const { guid, link } = parseItemRss.call(parser, { guid: item['guid'], link: item['link'], title: item['title'] }, fields) as unknown as { guid?: unknown; link?: unknown };
      return entryOf({ id: guid, title: item['title'], link: text(link) || guid, date: [item['pubDate'], item['dc:date']], source: groups(item['source'])[0]?.$?.['url'] });
    }),
    decorateItunes() {},
  } satisfies Partial<Insides>);
  try {
    const { items } = await parser.parseString(mended(xml));
    return { entries: items.slice(0, MOST), total: items.length };
  } catch (error) {
    const line = /Line: (\d+)/.exec((error as Error).message)?.[1];
    return { wrong: line ? `is damaged at line ${Number(line) + 1}, so that nobody can read it. Tell its publisher.` : 'is neither RSS nor Atom. Open its address in a browser, and look there for the address of the feed.' };
  }
}

function entryOf({ id, title, link, date, source }: { id: unknown; title: unknown; link: unknown; date: unknown[]; source: unknown }): FeedEntry {
  return { id: text(id).slice(0, 2000), title: plainTitle(text(title)), link: plainAddress(text(link)), date: date.map((written) => feedDate(text(written))).find(Boolean) ?? '', source: plainAddress(text(source)) };
}

const groups = (value: unknown): Group[] => (Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'object' && one !== null ? (one as Group) : {})) : []);

/** The text of an element, of the first of several, or of one with attributes. */
function text(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first;
  const inner = typeof first === 'object' && first !== null ? (first as { _?: unknown })._ : undefined;
  return typeof inner === 'string' ? inner : '';
}
