const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters people see in a text (Unicode, UAX #29). */
export function graphemeCount(text: string): number {
  return [...graphemes.segment(text)].length;
}
