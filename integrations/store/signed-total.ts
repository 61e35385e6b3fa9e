/** How many counted signatures were given in a quarter of an hour, in a language and from a place where the link was shared. */
export interface SignedTotal {
  /** When the quarter began. */
  at: number;
  lang: string;
  source: string;
  total: number;
}
