import type { Organisation } from '../../src/domain/organisation.ts';
import { feedDesk, feedSource } from '../feeds/feed-source.ts';
import type { Ledger } from '../store/ledger.ts';
import type { FigureSource } from './figure-source.ts';
import { typedSources } from './typed-source.ts';

/** Sources that need no account anywhere: feeds, as settings name them, and numbers that were typed by hand. What was read of feeds is remembered in the store. */
export async function ownSources(root: string, { url, timeZone, sources }: Pick<Organisation, 'timeZone' | 'sources'> & Partial<Pick<Organisation, 'url'>>, ledger: () => Promise<Pick<Ledger, 'bookmark' | 'setBookmark'>>, now: () => number = Date.now): Promise<FigureSource[]> {
  const marks = { bookmark: async (name: string) => (await ledger()).bookmark(name), setBookmark: async (name: string, value: string) => (await ledger()).setBookmark(name, value) };
  const desk = feedDesk(url, timeZone, { marks, now });
  return [...(sources?.feeds ?? []).map((feed) => feedSource(feed, desk)), ...(await typedSources({ root, timeZone, now }))];
}
