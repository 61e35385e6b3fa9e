/** A card that must not be drawn, because it would be wrong or could not be read. */
export class CardRefusal extends Error {
  /** Which text of the card, by its front matter field; `card` when it is the whole picture. */
  field: string;
  /** What is wrong, a whole sentence. */
  wrong: string;
  /** What to do, a whole sentence. */
  remedy: string;
  /** Characters too many, where it is the length. */
  excess: number;

  constructor(field: string, wrong: string, remedy: string, excess = 0) {
    super(`${wrong} ${remedy}`);
    this.name = 'CardRefusal';
    this.field = field;
    this.wrong = wrong;
    this.remedy = remedy;
    this.excess = excess;
  }
}
