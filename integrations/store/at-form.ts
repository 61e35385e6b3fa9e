/** An answer that stands at a form: its id there, and the form's edit id, empty when nobody knows it. */
export interface AtForm {
  response: string;
  form: string;
}

/** What shows that answers were deleted which a listing lacks; a listing may lack what is there, and erased is erased for ever. */
export interface ProofOfVanishing {
  /** Somebody says that the listing is right, however much it lacks. */
  sure?: boolean | undefined;
  /** Asks the form about one of them; asked about a few hundred at most, the rest is left for the next time. */
  isGone?: ((response: string) => Promise<boolean>) | undefined;
}
