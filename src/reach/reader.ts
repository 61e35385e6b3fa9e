import type { Entity } from '../domain/figure.ts';
import type { ReachWords } from './words/words.ts';

/** Who reads a view: their language and its words, and where links lead. */
export interface Reader {
  lang: string;
  words: ReachWords;
  /** Address of a view or a place below it, with what the reader has chosen. */
  href(place: string, choices?: Record<string, string>): string;
  /** Name of a language in the reader's own. */
  languageName(code: string): string;
}

/** The part of an entity after its kind. */
export const nameOf = (entity: Entity): string => entity.slice(entity.indexOf(':') + 1);
