const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string, granularity: 'word' | 'sentence' | 'grapheme'): Intl.Segmenter {
  const key = `${lang} ${granularity}`;
  let segmenter = segmenters.get(key);
  if (!segmenter) segmenters.set(key, (segmenter = new Intl.Segmenter(lang, { granularity })));
  return segmenter;
}

/**
 * A text up to the end of its first sentence, of its second, and so on, the whole last (UAX #29: also ። and ؟). A full
 * stop after at most three letters or two digits may belong to an abbreviation and ends nothing, unless the text ends there.
 */
export function upToSentences(text: string, lang: string): string[] {
  const whole = text.trim();
  const ends = [...segmenterOf(lang, 'sentence').segment(whole)].map(({ index, segment }) => whole.slice(0, index + segment.length).trimEnd());
  return ends.filter((upTo) => upTo === whole || !/(?:^|[^\p{L}\p{M}\p{N}])(?:\p{L}{1,3}|\p{N}{1,2})\.$/u.test(upTo));
}

/**
 * The longest beginning that ends with a word and “…” and that `fits`; undefined when not even one word does. A place
 * between words is one with a space (or ፡) behind it, in scripts without spaces every end of a word; never one inside
 * a number, an address or a grapheme.
 */
export function cutAtWord(text: string, lang: string, fits: (text: string) => boolean): string | undefined {
  const whole = text.trim();
  if (fits(whole)) return whole;
  const places = [...segmenterOf(lang, 'word').segment(whole)].filter((word) => word.isWordLike && isPlace(whole, word.index + word.segment.length)).map(({ index, segment }) => whole.slice(0, index + segment.length));
  return shortened(longest(places, (upTo) => fits(`${upTo}…`)));
}

/** As many whole graphemes as fit, with “…”: for a word that alone is too long. Undefined when not even one fits. */
export function cutAnywhere(text: string, lang: string, fits: (text: string) => boolean): string | undefined {
  const whole = text.trim();
  const places = [...segmenterOf(lang, 'grapheme').segment(whole)].map(({ index, segment }) => whole.slice(0, index + segment.length).trimEnd()).filter(Boolean);
  return fits(whole) ? whole : shortened(longest(places, (upTo) => fits(`${upTo}…`)));
}

function shortened(text: string | undefined): string | undefined {
  return text && `${text}…`;
}

function isPlace(text: string, end: number): boolean {
  const [before = '', after = ''] = [text.slice(0, end), text.slice(end)];
  if (/^[,;:)\]»”’]*[\s፡]/u.test(after)) return !(/\p{N}$/u.test(before) && /^\s\p{N}/u.test(after));
  return /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(before);
}

/** The last that fits of texts that become longer and longer, found by halving; undefined when none does. */
export function longest(texts: readonly string[], fits: (text: string) => boolean): string | undefined {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(texts[middle]!)) low = middle + 1;
    else high = middle;
  }
  // Where a count is not quite even, as around addresses, the place found may be one too far.
  while (low > 0 && !fits(texts[low - 1]!)) low--;
  return texts[low - 1];
}
