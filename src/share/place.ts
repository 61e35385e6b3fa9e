import type { Box, CardText } from './card-text.ts';
import type { FittedText } from './fit.ts';
import type { Font, ShapedGlyph } from './font.ts';
import type { Line } from './lines.ts';
import type { Paragraph, Run } from './paragraph.ts';

/** A glyph on the card: pixels from its upper left corner, `y` downwards, on the baseline. */
export interface PlacedGlyph {
  font: Font;
  id: number;
  x: number;
  y: number;
  size: number;
  /** Place of its cluster in the text. */
  at: number;
}

// What stands outside the edge, so that the letters behind it form a straight line; wide marks only by half.
const HANGING = /^[“”„‘’‚"'-]$/u;
const HALF_HANGING = /^[«»‹›–—]$/u;

// Large letters stand on half pixels, which nobody sees, so that equal letters have equal pixels and the file is smaller.
const LARGE = 32;

/** Puts every glyph of a fitted text into its box. The ink of each line, not its invisible margin, stands at the edge. */
export function placeText({ paragraph, size, lines, leading }: FittedText, box: Box, text: Pick<CardText, 'align' | 'stand'>, direction: 'ltr' | 'rtl'): PlacedGlyph[] {
  const { align = 'start', stand = 'top' } = text;
  const side = align === 'center' ? 'center' : (align === 'start') === (direction === 'ltr') ? 'left' : 'right';
  const below = (lines.length - 1) * leading.line * size;
  const first = { top: box.top + leading.above * size, middle: box.top + (box.height - below + leading.above * size) / 2, bottom: box.top + box.height - leading.below * size - below }[stand];
  return lines.flatMap((line, index) => {
    const glyphs = glyphsOf(paragraph, line);
    const { left, right } = edgesOf(glyphs, paragraph, side);
    const shift = side === 'left' ? -left * size : side === 'right' ? box.width - right * size : (box.width - (left + right) * size) / 2;
    const y = Math.round(first + index * leading.line * size);
    const fine = size >= LARGE ? 2 : 8;
    return glyphs.map(({ font, id, at, pen, rise }) => ({ font, id, at, size, x: Math.round((box.left + shift + pen * size) * fine) / fine, y: y - rise * size }));
  });
}

type LineGlyph = ShapedGlyph & { font: Font; pen: number; rise: number };

/** Glyphs of a line from left to right, in em. */
export function glyphsOf(paragraph: Paragraph, line: Line): LineGlyph[] {
  const start = paragraph.words[line.from]!.start;
  const end = paragraph.words[line.to - 1]!.end;
  const pieces = paragraph.runs.filter((run) => run.start < end && run.end > start);
  let pen = 0;
  const placed: LineGlyph[] = [];
  for (const { font, glyphs } of inVisualOrder(pieces)) {
    const own = glyphs.filter(({ at }) => at >= start && at < end);
    own.forEach((glyph, index) => {
      placed.push({ ...glyph, font, pen: pen + glyph.x, rise: glyph.y });
      pen += glyph.advance + (own[index + 1]?.at === glyph.at ? 0 : paragraph.tracking);
    });
  }
  return placed;
}

/** Rule L2 of Unicode TR 9: from the highest level down, stretches of at least that level turn around. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      if (ordered[from]!.level < level) continue;
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}

/** Where the ink of a line begins and ends, in em; a quotation mark or dash at the aligned side stands outside. */
function edgesOf(glyphs: readonly LineGlyph[], { text }: Paragraph, side: 'left' | 'right' | 'center'): { left: number; right: number } {
  const inked = glyphs.filter(({ font, id }) => font.ink(id).right > font.ink(id).left);
  const hang = (outer: number, inner: number) => {
    const mark = inked.length > 2 ? text.charAt(inked.at(outer)!.at) : '';
    const edge = (index: number) => inked.at(index)!.pen + inked.at(index)!.font.ink(inked.at(index)!.id)[outer === 0 ? 'left' : 'right'];
    return HANGING.test(mark) ? edge(inner) : HALF_HANGING.test(mark) ? (edge(inner) + edge(outer)) / 2 : edge(outer);
  };
  if (inked.length === 0) return { left: 0, right: 0 };
  const plain = (glyph: LineGlyph) => ({ left: glyph.pen + glyph.font.ink(glyph.id).left, right: glyph.pen + glyph.font.ink(glyph.id).right });
  return { left: side === 'left' ? hang(0, 1) : plain(inked[0]!).left, right: side === 'right' ? hang(-1, -2) : plain(inked.at(-1)!).right };
}
