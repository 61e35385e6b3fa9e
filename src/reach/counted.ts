import { count } from '../text/count.ts';
import type { Plural } from '../text/words.ts';

/** A counted word with Western digits, as the dashboard has them everywhere. */
export const counted = (lang: string, forms: Plural, number: number): string => count(`${lang}-u-nu-latn`, forms, number);
