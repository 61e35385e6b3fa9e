import { directionOf } from '../domain/language.ts';

/** Attributes for a text in another language than the page around it; none when they are the same. */
export function textLanguage(pageLang: string, textLang: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return textLang === pageLang ? {} : { lang: textLang, dir: directionOf(textLang) };
}
