import { pageAddress } from './domain/address.ts';
import { pagesFor, PER_PAGE } from './domain/newsroom.ts';
import type { Story } from './domain/story.ts';

/** One page of a long list. */
export interface ListPage {
  stories: Story[];
  /** Counted from 1. */
  page: number;
  pages: number;
}

/** Cuts a list into pages, each with the rest of its address: nothing for the first, `page/2` for the second. */
export function listPages(stories: readonly Story[]): { rest: string | undefined; list: ListPage }[] {
  const pages = pagesFor(stories.length);
  return Array.from({ length: pages }, (_, index) => ({
    rest: index === 0 ? undefined : `page/${index + 1}`,
    list: { stories: stories.slice(index * PER_PAGE, (index + 1) * PER_PAGE), page: index + 1, pages },
  }));
}

/** The same page of a list in every language. */
export function listVersions(languages: readonly string[], addressIn: (lang: string) => string, page: number) {
  return languages.map((lang) => ({ lang, path: pageAddress(addressIn(lang), page) }));
}
