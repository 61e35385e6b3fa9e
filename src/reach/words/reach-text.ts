import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { nl } from './nl.ts';
import { ti } from './ti.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { ReachWords } from './words.ts';

const LANGUAGES: Record<string, ReachWords> = { nl, en, tr, ar, uk, fa, ti };

/** Languages that the dashboard speaks. */
export const SPOKEN_REACH = Object.keys(LANGUAGES);

/** The dashboard's words in a language; English for one that it does not speak yet. */
export function reachWordsIn(lang: string): ReachWords {
  return LANGUAGES[lang] ?? LANGUAGES[lang.split('-')[0]!] ?? en;
}
