import { en } from './en.ts';
import type { ReachWords } from './words.ts';

const LANGUAGES: Record<string, ReachWords> = { en };

/** Languages that the dashboard speaks. */
export const SPOKEN_REACH = Object.keys(LANGUAGES);

/** The dashboard's words in a language; English for one that it does not speak yet. */
export function reachWordsIn(lang: string): ReachWords {
  return LANGUAGES[lang] ?? LANGUAGES[lang.split('-')[0]!] ?? en;
}
