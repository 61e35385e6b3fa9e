import type { ReachWords } from '../words/words.ts';

/** How a view is to be drawn: for a page that can do more, or for paper and mail. */
export interface Drawing {
  lang: string;
  words: ReachWords;
  /** Who says so, for pictures that go round alone. */
  credit: string;
  /** Address of the numbers of a chart or table as CSV; absent where there is none. */
  csv?: ((id: string) => string) | undefined;
  /** Whether a script may bring charts to life. */
  live: boolean;
  /** Whether the table of a chart can be opened, or is left to the CSV. */
  numbers: 'folded' | 'open';
}
