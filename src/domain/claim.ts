import type { Verdict } from './story.ts';

/**
 * Place on ClaimReview's scale of 1 (worst) to 5 (best); verdicts that are no degree of truth have none.
 * Source: Google's ClaimReview guide, which leaves off-scale reviews without `ratingValue`.
 */
export const RATING: Partial<Record<Verdict, number>> = { untrue: 1, misleading: 2, 'missing-context': 3, 'mostly-true': 4, correct: 5 };

/** True when a text that says the claim again does harm: not where the claim holds. */
export function repetitionHarms(verdict: Verdict): boolean {
  return verdict !== 'correct' && verdict !== 'mostly-true';
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a text as compared between texts: lower case of its language, without marks, numbers kept. */
export function contentWords(text: string, lang: string): string[] {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'word' })));
  const plain = text.toLocaleLowerCase(lang).normalize('NFKD').replace(/[\p{M}\u0640]/gu, '');
  return [...segmenter.segment(plain)].filter((part) => part.isWordLike).map((part) => part.segment);
}

/**
 * True when `text` says the claim again: most of the claim's words (4 in 5) in the claim's order, close together.
 * A negated copy counts too, because readers keep the words and lose the "not" (Debunking Handbook 2020).
 */
export function repeatsClaim(text: string, claim: string, lang: string): boolean {
  const wanted = contentWords(claim, lang);
  const words = contentWords(text, lang);
  if (wanted.length < 2) return false;
  const needed = Math.max(2, Math.ceil(wanted.length * 0.8));
  const span = wanted.length + Math.max(2, Math.floor(wanted.length / 2));
  for (let start = 0; start < words.length; start++) {
    if (!wanted.includes(words[start]!)) continue;
    if (commonInOrder(words.slice(start, start + span), wanted) >= needed) return true;
  }
  return false;
}

/** Length of the longest common subsequence. */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next[j] = word === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}
