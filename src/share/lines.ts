import type { Paragraph, Word } from './paragraph.ts';

/** Words from `from` up to, not including, `to`; width in em, without the space at its end. */
export interface Line {
  from: number;
  to: number;
  width: number;
}

/** Lines, and how far they are from what one would wish: 0 for equal lines that break well. */
export interface Balance {
  lines: Line[];
  badness: number;
}

/** How many lines a text takes when each is filled as far as it goes; Infinity when a word is wider than a line. */
export function countLines(words: readonly Word[], limit: number): number {
  let lines = 1;
  let used = 0;
  for (const { width, space } of words) {
    if (width > limit) return Infinity;
    if (used + width > limit) {
      lines++;
      used = 0;
    }
    used += width + space;
  }
  return lines;
}

// What a break costs, as a share of the squared length of a line: enough to move a word, not to make a line ragged.
const AFTER_SHORT_WORD = 0.06;
const AFTER_NUMBER = 0.25;
const INSIDE_WORD = 0.2;
const LONELY_WORD = 0.3;
const LONELY_FIRST_WORD = 0.05;
const BEFORE_END_OF_SENTENCE = 0.1;
const BEFORE_DASH = 0.3;
const AFTER_PAUSE = -0.02;

/**
 * Breaks into `count` lines of lengths as equal as can be, by dynamic programming over squared differences. Small
 * words stay with the next one, numbers with what they count, and no word stands alone in the last line if it can be helped.
 */
export function balanceLines({ words, text }: Paragraph, count: number, limit: number): Balance {
  const total = words.reduce((sum, { width, space }) => sum + width + space, 0) - (words.at(-1)?.space ?? 0);
  const target = total / count;
  const ends = words.map(({ start, end }, index) => (index === words.length - 1 ? 0 : breakCost(text.slice(start, end), text.slice(end, words[index + 1]!.start) !== '', text.slice(words[index + 1]!.start, words[index + 1]!.end)) * target ** 2));
  type Way = { cost: number; from: number; width: number };
  let before: (Way | undefined)[] = [{ cost: 0, from: 0, width: 0 }];
  const ways: (Way | undefined)[][] = [];
  for (let line = 1; line <= count; line++) {
    const now: (Way | undefined)[] = new Array(words.length + 1);
    for (let from = 0; from < words.length; from++) {
      const way = before[from];
      if (!way) continue;
      let width = 0;
      for (let to = from + 1; to <= words.length; to++) {
        width += words[to - 1]!.width;
        if (width > limit) break;
        const lonely = to - from > 1 || count === 1 ? 0 : (to === words.length ? LONELY_WORD : from === 0 ? LONELY_FIRST_WORD : 0) * target ** 2;
        const cost = way.cost + (width - target) ** 2 + ends[to - 1]! + lonely;
        if (cost < (now[to]?.cost ?? Infinity)) now[to] = { cost, from, width };
        width += words[to - 1]!.space;
      }
    }
    ways.push(now);
    before = now;
  }
  const lines: Line[] = [];
  for (let line = count - 1, to = words.length; line >= 0; line--) {
    const way = ways[line]![to]!;
    lines.unshift({ from: way.from, to, width: way.width });
    to = way.from;
  }
  return { lines, badness: before[words.length]!.cost / target ** 2 };
}

function breakCost(word: string, spaced: boolean, next: string): number {
  if (!spaced) return INSIDE_WORD;
  // A dash belongs to what it follows.
  if (/^[–—]/u.test(next)) return BEFORE_DASH;
  const ends = /[.!?؟።…]["”’»)]*$/u.test(next) ? BEFORE_END_OF_SENTENCE : 0;
  if (/[.,:;!?؟،؛።፣፤፦–—]["”’»)]*$/u.test(word)) return AFTER_PAUSE + ends;
  // Years count nothing, but some languages put a word behind them.
  if (/^(?:19|20)\d\d$/.test(word)) return AFTER_SHORT_WORD + ends;
  if (/^[\p{N}.,%]+$/u.test(word)) return AFTER_NUMBER + ends;
  return ends + ([...word].length <= 3 ? AFTER_SHORT_WORD : 0);
}
