// Signs that nobody sees and that no script needs. The joiners U+200C and U+200D are not among them: Persian and Indic names have them.
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u061C\u2060-\u2064\uFEFF\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/gu;
// Controls, overrides of the reading direction (CVE-2021-42574), halves of letters, and code points that mean nothing.
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069]/u;
const HIDDEN_EVERYWHERE = new RegExp(HIDDEN, 'gu');
// Blanks of Hangul and Braille look empty as well.
const BLANKS = /[\s\u2800\u3164\u115F\u1160\uFFA0]+/gu;

// Nothing to do for most lines; a sync takes millions.
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** One line as typed: blanks of every kind become one, what nobody sees goes. */
export function oneLine(typed: string | undefined): string {
  if (typed === undefined || PLAIN.test(typed)) return typed ?? '';
  return typed.normalize('NFC').replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** Several lines, each as `oneLine`, with at most one empty line in a row. */
export function severalLines(typed: string | undefined): string {
  if (typed === undefined || PLAIN.test(typed)) return typed ?? '';
  return typed.split(/\r\n?|\n/).map(oneLine).join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** Takes out signs that turn text round or hide it; line ends stay. */
export function withoutHiddenSigns(text: string): string {
  return PLAIN.test(text) ? text : text.replace(HIDDEN_EVERYWHERE, (sign) => (/[\t\r\n]/.test(sign) ? sign : ''));
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** True for more than `most` letters as people count them. */
export function tooLong(text: string, most: number): boolean {
  if (text.length <= most) return false;
  // A letter with a hundred marks on it would be one letter too.
  return text.length > most * 4 || [...graphemes.segment(text)].length > most;
}

/**
 * What is wrong with a name of at most `most` letters. One word is enough, since many people have one, and every script
 * is fine. Links, and the signs by which a spreadsheet begins a formula, are no names (as the UK Parliament's
 * e-petitions have it), nor is what turns text round.
 */
export function nameFault(name: string, most: number): 'missing' | 'invalid' | 'long' | undefined {
  if (name === '') return 'missing';
  if (tooLong(name, most)) return 'long';
  return HIDDEN.test(name) || looksLikeFormula(name) || looksLikeLink(name) || !/\p{L}/u.test(name) ? 'invalid' : undefined;
}

/** True for text that a spreadsheet might calculate instead of show (OWASP, CSV Injection), wide signs included. */
export function looksLikeFormula(text: string): boolean {
  if (/^[a-z]/i.test(text)) return false;
  return /^[=+\-@]/.test(text.normalize('NFKC').trimStart());
}

// Bare addresses, without what could be a title or initial and a name: “Mr.Dev Patel”, “Dr.Ly”, “J.de Vries”.
const LINK = /:\/\/|\bwww\.|@|[\p{L}\p{N}-]{2}\.(?:com|net|org|info|biz|xyz)(?![\p{L}\p{N}])|[\p{L}\p{N}-]{5}\.(?:top|online|site|shop|club|click|link|ru|cn|io|ly|gg|cc|tv|me|co)(?![\p{L}\p{N}])|[\p{L}\p{N}-]\.\p{L}{2,}\//iu;

// Most names: nothing in them is, or could turn into, a dot, a colon or an @. The longer look costs ten times as much, and a sync takes millions.
const BARE = /^[\p{L}\p{M}\s’ -\-/-9;-?A-~]*$/u;

/** True for text with a web or mail address in it, written out or bare. */
export function looksLikeLink(text: string): boolean {
  return !BARE.test(text) && LINK.test(text.normalize('NFKC').replaceAll('。', '.'));
}
