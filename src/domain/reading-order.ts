import { directionOf } from './language.ts';

const LEFT_TO_RIGHT = '\u200E';
const RIGHT_TO_LEFT = '\u200F';
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200F]/u;
/** Letters and the two marks: what settles the direction of a line (UAX #9, rule P2). */
const STRONG = /[\p{L}\u200E\u200F]/u;
/** Telephone numbers and dates like 2026-11-23, whose parts would change places in a line from the right. */
const NUMBER_IN_PARTS = /\u200E?(?<![\p{L}\p{N}@#/.:+-])\+?[0-9][0-9 \u00A0()-]{5,}[0-9]/gu;

/**
 * A text that keeps its order where networks take the direction of a line from its first letter: a line that begins
 * with a foreign word gets one mark in front, a number in parts another. Marks, not isolates: one character instead of
 * two, none of them between # or @ and its word, and nothing that an old phone could show as a box. Lines of
 * addresses or hashtags alone stay as they are; everything else comes out right by the rules of UAX #9.
 */
export function inReadingOrder(text: string, lang: string): string {
  const direction = directionOf(lang);
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*(?:https?:|[#@])/.test(line)) return line;
      const ordered = direction === 'rtl' ? line.replace(NUMBER_IN_PARTS, (number) => LEFT_TO_RIGHT + number.replace(LEFT_TO_RIGHT, '')) : line;
      const first = STRONG.exec(ordered)?.[0];
      if (first === undefined || RTL_LETTER.test(first) === (direction === 'rtl')) return ordered;
      return (direction === 'rtl' ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + ordered;
    })
    .join('\n');
}
