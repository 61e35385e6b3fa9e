import type { CardText } from './card-text.ts';
import { balanceLines, countLines, type Balance, type Line } from './lines.ts';
import { cleanText, shapeParagraph, type Paragraph } from './paragraph.ts';
import { CardRefusal } from './refusal.ts';
import { leadingFor, type Leading } from './script.ts';
import { TYPEFACES } from './typeface.ts';

/** A text broken into lines at the largest size that its box allows. */
export interface FittedText {
  paragraph: Paragraph;
  /** Pixels per em. */
  size: number;
  lines: Line[];
  leading: Leading;
}

export interface Room {
  width: number;
  height: number;
}

// Letters a tenth smaller are worth it when the lines then break better; what that costs is weighed against what a bad break does.
const MUCH_SMALLER = 0.88;
const SMALLER = 0.8;

/** Sets a text as large as it goes, a little smaller if its lines then break better. One that does not even fit at its smallest size is refused, never cut. */
export function fitText(text: CardText, room: Room, lang: string, direction: 'ltr' | 'rtl'): FittedText {
  const paragraph = shape(text, text.text, lang, direction);
  const leading = leadingFor(paragraph.scripts);
  const [smallest, largest] = text.size;
  let best: { size: number; balance: Balance; price: number } | undefined;
  let first = 0;
  for (let size = largest; size >= Math.max(smallest, first * MUCH_SMALLER); size -= best ? 2 : 1) {
    const count = linesAt(paragraph, leading, text, room, size);
    if (count === 0) continue;
    first ||= size;
    const balance = balanceLines(paragraph, count, room.width / size);
    const price = balance.badness + SMALLER * (1 - size / first);
    if (!best || price < best.price) best = { size, balance, price };
    if (count === 1) break;
  }
  if (!best) throw tooLong(text, room, lang, direction);
  return { paragraph, size: best.size, leading, lines: best.balance.lines };
}

/** Number of lines at this size; 0 when they do not fit. */
function linesAt({ words }: Paragraph, { line, above, below }: Leading, { lines: most = Infinity }: CardText, { width, height }: Room, size: number): number {
  const count = countLines(words, width / size);
  return count <= most && (above + (count - 1) * line + below) * size <= height ? count : 0;
}

function shape(text: CardText, words: string, lang: string, direction: 'ltr' | 'rtl'): Paragraph {
  const cased = text.capitals ? words.toLocaleUpperCase(lang) : words;
  return shapeParagraph(cased, { lang, direction: text.direction ?? direction, typeface: TYPEFACES[text.role], tracking: text.tracking, field: text.field });
}

function tooLong(text: CardText, room: Room, lang: string, direction: 'ltr' | 'rtl'): CardRefusal {
  const characters = [...new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(cleanText(text.text))].map(({ segment }) => segment);
  const fits = (count: number) => {
    const part = shape(text, characters.slice(0, count).join(''), lang, direction);
    return linesAt(part, leadingFor(part.scripts), text, room, text.size[0]) > 0;
  };
  let [fitting, over] = [0, characters.length];
  while (over - fitting > 1) {
    const middle = Math.floor((fitting + over) / 2);
    if (fits(middle)) fitting = middle;
    else over = middle;
  }
  const excess = characters.length - fitting;
  return new CardRefusal(text.field, `“${text.field}” is ${excess === 1 ? 'one character' : `${excess} characters`} too long for the share image.`, `Make it shorter; there is room for about ${fitting} characters.`, excess);
}
