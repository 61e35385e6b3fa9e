import type { View } from './components/view.ts';
import { edition } from './newsroom.ts';
import { site } from './site.ts';
import { wordsIn } from './text/text.ts';

/** Public address without a slash at the end; `SITE_URL` overrides what `content/site.ts` says. */
export const url = import.meta.env.SITE.replace(/\/$/, '');

/** The view of the edition for readers of `lang`. */
export async function viewFor(lang: string): Promise<View> {
  return { ...(await edition()), lang, words: wordsIn(lang), organisation: site, url };
}

/** Paths for a page that every language has. */
export const everyLanguage = () => site.languages.map((lang) => ({ params: { lang } }));
