/** An entry as a feed has it, with texts made plain and nothing believed yet; `''` for what is missing. */
export interface FeedEntry {
  /** What names it in its feed. */
  id: string;
  title: string;
  link: string;
  /** As `feedDate` writes it. */
  date: string;
  /** Address of who published it, where a feed gathers from many. */
  source: string;
}

/** What the thread that reads feeds answers. */
export type FeedReading = { entries: FeedEntry[]; total: number } | { wrong: string };
