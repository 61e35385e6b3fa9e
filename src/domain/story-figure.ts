/** A number that a story is about, for a picture of its own; every word as the language of the text writes it. */
export interface StoryFigure {
  /** `3.2 million`. */
  value: string;
  /** What it counts. */
  label: string;
  /** Who counted, and when; a number without it is not shown. */
  source: string;
  /** Bars up to this number: earlier values, oldest first, or what it is compared with. */
  values?: number[] | undefined;
  /** Below the first bar and below the last one. */
  from?: string | undefined;
  to?: string | undefined;
}
