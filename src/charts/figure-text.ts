import { directionOf } from '../domain/language.ts';
import { escapeHtml } from '../domain/markup.ts';

/** A number for a page of `lang`, escaped. Where a page runs from the right, signs before it, `<5` and `+18%`, would otherwise turn round. */
export function figureText(lang: string, text: string): string {
  return directionOf(lang) === 'rtl' && /^[<+\-±\d]/.test(text) ? `<bdi dir="ltr">${escapeHtml(text)}</bdi>` : escapeHtml(text);
}
